package org.carewright.demo;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DemoMapper {

    /** Waits until no other node creates demo data; the turn ends with the transaction. */
    String takeTurn();
}
