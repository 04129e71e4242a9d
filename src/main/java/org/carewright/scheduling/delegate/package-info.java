/** One class per kind of service task of the scheduling models: reads typed variables, calls one service method. */
package org.carewright.scheduling.delegate;
