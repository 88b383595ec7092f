package huxiao.server.notify;

import huxiao.register.Delivery;

/** One way to reach one receiver. Thread safe: several deliveries may be under way at once. */
interface Sender {
    /**
     * Makes one attempt and returns within a limit that the implementation enforces, whatever the other side does. Trouble
     * with the other side is an outcome, never an exception.
     *
     * @throws InterruptedException when the program is shutting down; whether the receiver has the delivery is then unknown
     */
    Outcome send(Delivery delivery) throws InterruptedException;
}
