<?php
// The settings of the WordPress under test. Everything that differs from run to run comes by the
// environment; wp-config.php of the unpacked package only leads here.

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('WORDPRESS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

// What a browser asks for; a script on the command line has nobody who asks.
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_ADDRESS'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_ADDRESS'), PHP_URL_PORT);
define('WP_HOME', getenv('WORDPRESS_ADDRESS'));
define('WP_SITEURL', getenv('WORDPRESS_ADDRESS'));
// The one theme that came with the package.
define('WP_DEFAULT_THEME', basename(glob(getenv('WORDPRESS_FOLDER') . '/wp-content/themes/*', GLOB_ONLYDIR)[0]));

// Nothing of a test goes out: no look for updates, no timed jobs, no letters.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
function wp_mail()
{
    return true;
}

// A WordPress whose owner trusts nobody with free HTML; any setting but the empty one does it.
if (getenv('WORDPRESS_STRICT')) {
    define('DISALLOW_UNFILTERED_HTML', true);
}

// A network of sites, once it has been installed: there only its super administrator is trusted.
if (getenv('WORDPRESS_NETWORK') && !defined('WP_INSTALLING')) {
    define('MULTISITE', true);
    define('SUBDOMAIN_INSTALL', false);
    define('DOMAIN_CURRENT_SITE', $_SERVER['HTTP_HOST']);
    define('PATH_CURRENT_SITE', '/');
    define('SITE_ID_CURRENT_SITE', 1);
    define('BLOG_ID_CURRENT_SITE', 1);
}

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', 'test');
    define($name . '_SALT', 'test');
}

if (!defined('ABSPATH')) {
    define('ABSPATH', getenv('WORDPRESS_FOLDER') . '/');
}
require_once ABSPATH . 'wp-settings.php';
