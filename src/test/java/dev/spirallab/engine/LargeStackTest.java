package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LargeStackTest {

    @Test
    void whoIsOnALargeStackStaysThere() {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        Thread thread =
                LargeStack.thread(
                        "deep", () -> worker.complete(LargeStack.call(Thread::currentThread)));
        thread.start();
        assertThat(worker.join()).isSameAs(thread);
    }

    @Test
    void whoIsNotGoesToOne() {
        assertThat(LargeStack.call(Thread::currentThread)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aFailureComesBack() {
        assertThatThrownBy(() ->
                        LargeStack.call(() -> {
                            throw new IllegalArgumentException("on purpose");
                        }))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }
}
