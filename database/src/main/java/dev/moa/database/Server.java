package dev.moa.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

record Server(String url, String user, String password) {
    private static final Pattern DATABASE = Pattern.compile("(jdbc:postgresql://[^/]+/)([^?]+)(\\?.*)?");

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    Server database(String name) {
        Matcher matcher = DATABASE.matcher(url);
        if (!matcher.matches()) {
            throw new MigrationFailure(
                    "The address " + url + " is not of the form jdbc:postgresql://host:port/database");
        }
        String options = matcher.group(3) == null ? "" : matcher.group(3);
        return new Server(matcher.group(1) + name + options, user, password);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
