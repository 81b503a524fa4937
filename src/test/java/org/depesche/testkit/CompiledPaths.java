package org.depesche.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.codehaus.groovy.runtime.InvokerHelper;

import groovy.lang.Closure;
import groovy.lang.ExpandoMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/**
 * REST Assured compiles each path into a document ({@code items[0].id}) as a Groovy script whenever it is read, which took an
 * eighth of the processor time of a test run. The compiled script is stored by its text here, and is run again.
 */
public final class CompiledPaths implements QuarkusTestBeforeClassCallback {

    private static final Map<String, Class<? extends Script>> SCRIPTS = new ConcurrentHashMap<>();

    @Override
    public void beforeClass(Class<?> testClass) {
        synchronized (SCRIPTS) {
            if (!(GroovySystem.getMetaClassRegistry().getMetaClass(GroovyShell.class) instanceof ExpandoMetaClass)) {
                install();
            }
        }
    }

    private static void install() {
        var methods = new ExpandoMetaClass(GroovyShell.class, false, true);
        methods.registerInstanceMethod("evaluate", new Evaluation());
        methods.initialize();
        GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, methods);
    }

    /** Groovy calls {@code doCall} by its name, with the shell as delegate. */
    private static final class Evaluation extends Closure<Object> {

        private static final long serialVersionUID = 1;

        Evaluation() {
            super(CompiledPaths.class);
        }

        @SuppressWarnings("unused")
        public Object doCall(String text) {
            var shell = (GroovyShell) getDelegate();
            var script = SCRIPTS.computeIfAbsent(text, unknown -> shell.parse(unknown).getClass());
            return InvokerHelper.createScript(script, shell.getContext()).run();
        }
    }
}
