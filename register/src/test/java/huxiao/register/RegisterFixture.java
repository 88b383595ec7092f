package huxiao.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What each part of the contract works on: a register of its own, with the world's schools and receivers. */
interface RegisterFixture {
    Register register();

    /** The same register opened again, with other receivers, as another process would. */
    Register reopened(List<Receiver> receivers);

    TestClock clock();

    /** A bare connection to the register's tables. */
    Connection connection() throws SQLException;
}
