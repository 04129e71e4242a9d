/** Who may open what, as data: {@link org.carewright.identity.matrix.RoleMatrix}. */
package org.carewright.identity.matrix;
