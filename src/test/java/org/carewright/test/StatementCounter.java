package org.carewright.test;

import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the statements of our mappers; each thread its own, so that what others do meanwhile doesn't count. */
@Component
@Intercepts(
        @Signature(
                type = StatementHandler.class,
                method = "prepare",
                args = {Connection.class, Integer.class}))
public class StatementCounter implements Interceptor {

    private final ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);
    private final Map<String, Integer> ofPages = new ConcurrentHashMap<>();

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        count.set(count.get() + 1);
        return invocation.proceed();
    }

    /**
     * @return how many statements {@code work} made on this thread
     * @throws IllegalStateException when there was none: then it worked on another thread, say a server's, and every
     *     comparison of counts would hold
     */
    public int during(Runnable work) {
        count.set(0);
        work.run();
        if (count.get() == 0) {
            throw new IllegalStateException("No statement on this thread; for a page there is ofPage");
        }
        return count.get();
    }

    /** @return how many statements the server made for a page, drawing it included */
    public int ofPage(Visitor visitor, String path) {
        ofPages.remove(path);
        visitor.get(path);
        return await().until(() -> ofPages.get(path), Objects::nonNull);
    }

    /** Notes what each request to this JVM's server costs. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class OfRequests extends OncePerRequestFilter {

        private final StatementCounter statements;

        OfRequests(StatementCounter statements) {
            this.statements = statements;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            statements.count.set(0);
            try {
                chain.doFilter(request, response);
            } finally {
                statements.ofPages.put(request.getRequestURI(), statements.count.get());
            }
        }
    }
}
