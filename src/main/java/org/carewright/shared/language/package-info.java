/** Which language a reader gets a page in, and how they choose another one (PLT-7). */
package org.carewright.shared.language;
