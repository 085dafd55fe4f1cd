<?php
// Installs the WordPress, with a user for each role, once the database listens; ends when the web
// server answers too.

require 'while-it-lasts.php';

/** Tries again until it is done; the database and the web server need a moment to start. */
function until($try)
{
    $end = hrtime(true) + 60e9;
    while (!$try()) {
        if (hrtime(true) > $end) {
            throw new Exception('not ready in a minute');
        }
        usleep(20000);
    }
}

mysqli_report(MYSQLI_REPORT_OFF);
until(function () {
    $server = @mysqli_connect('localhost', 'root', '', '', 0, getenv('WORDPRESS_SOCKET'));
    return $server && $server->query('CREATE DATABASE wordpress');
});

define('WP_INSTALLING', true);
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('A WordPress', 'administrator', 'administrator@example.org', false, '', 'a password');
if (getenv('WORDPRESS_NETWORK')) {
    foreach ($wpdb->tables('ms_global') as $table => $named) {
        $wpdb->$table = $named;
    }
    install_network();
    $made = populate_network(1, $_SERVER['HTTP_HOST'], 'administrator@example.org', 'A network', '/', false);
    if (is_wp_error($made)) {
        throw new Exception($made->get_error_message());
    }
}

// After the network, which makes every administrator that it finds a super administrator.
foreach (['second' => 'administrator', 'editor' => 'editor', 'author' => 'author'] as $name => $role) {
    $user = wp_insert_user([
        'user_login' => $name,
        'user_pass' => 'a password',
        'user_email' => "$name@example.org",
        'role' => $role,
    ]);
    if (is_wp_error($user)) {
        throw new Exception($user->get_error_message());
    }
}

until(fn () => @file_get_contents(WP_HOME . '/readme.html'));
