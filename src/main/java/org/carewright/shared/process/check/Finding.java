package org.carewright.shared.process.check;

/**
 * Something in a model that must be changed before it may be deployed.
 *
 * @param file the model's file name as given
 * @param elementId the element at fault, or the process or decision; empty when the file can't be read
 * @param message what is wrong and what to do, for a manager; never holds more of the model than names and ids
 */
public record Finding(String file, String elementId, ModelRule rule, String message) {

    @Override
    public String toString() {
        return file + " · " + elementId + " · " + message + " [" + rule + "]";
    }
}
