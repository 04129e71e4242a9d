package org.carewright.shared.process.figures;

import java.util.Date;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Counts over the engine's tables; each statement reads one table by an index or whole, and the small one of models. */
@Mapper
interface EngineFiguresMapper {

    long jobsDue(@Param("now") Date now);

    long jobsFailed();

    List<EngineFigures.OfProcess> incidents();

    List<EngineFigures.OfProcess> instances();

    List<EngineFigures.OfTask> tasks(@Param("now") Date now);
}
