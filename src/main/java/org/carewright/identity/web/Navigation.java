package org.carewright.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.carewright.identity.matrix.MatrixAuthorization;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which links the menus show to the one who looks: what the role matrix opens to them. Templates ask it. */
@Component
public class Navigation {

    private final MatrixAuthorization matrix;
    private final HttpServletRequest request;

    Navigation(MatrixAuthorization matrix, HttpServletRequest request) {
        this.matrix = matrix;
        this.request = request;
    }

    /** Whether the reader may open the page. @param path within the application, e.g. {@code /desk/staff} */
    public boolean opens(String path) {
        return matrix.mayOpen(SecurityContextHolder.getContext().getAuthentication(), path);
    }

    /** Whether this is the page that is being shown. */
    public boolean shows(String path) {
        return here().equals(path);
    }

    /** Whether the page that is being shown belongs to this one, e.g. one record to the list of them. */
    public boolean above(String path) {
        return path.indexOf('/', 1) > 0 && here().startsWith(path + "/");
    }

    private String here() {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
