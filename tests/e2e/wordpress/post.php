<?php
// Publishes posts as a user does from the block editor: by the same door and with the same
// filters. Reads {"user", "posts": {name: html}} and writes the address of each.

require 'while-it-lasts.php';
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';

$given = json_decode(stream_get_contents(STDIN), true, 8, JSON_THROW_ON_ERROR);
wp_set_current_user(get_user_by('login', $given['user'])->ID);

$addresses = [];
foreach ($given['posts'] as $name => $html) {
    $request = new WP_REST_Request('POST', '/wp/v2/posts');
    $request->set_body_params([
        'title' => $name,
        'status' => 'publish',
        'content' => "<!-- wp:html -->\n$html\n<!-- /wp:html -->",
    ]);
    $answer = rest_do_request($request);
    if ($answer->is_error()) {
        throw new Exception($answer->as_error()->get_error_message());
    }
    $addresses[$name] = WP_HOME . '/?p=' . $answer->get_data()['id'];
}
echo json_encode($addresses, JSON_THROW_ON_ERROR);
