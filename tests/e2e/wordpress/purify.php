<?php
// What HTML Purifier leaves of a text under settings like Moodle's, from standard input to
// standard output.

// The library is older than the PHP that runs it, and PHP says so.
error_reporting(E_ALL & ~E_DEPRECATED);
require 'HTMLPurifier.auto.php';

// Three files of Debian's 4.11 write a character of a text as $text{0}, which PHP 8 no longer
// reads: they are read with brackets instead. Later versions have them.
spl_autoload_register(function ($class) {
    $old = ['HTMLPurifier_Encoder', 'HTMLPurifier_ChildDef_Custom', 'HTMLPurifier_TagTransform_Font'];
    if (in_array($class, $old, true)) {
        $file = stream_resolve_include_path(strtr($class, '_', '/') . '.php');
        $mended = preg_replace('/(\$\w+|\])\{(\d|\$\w+)\}/', '$1[$2]', file_get_contents($file));
        eval('?>' . $mended);
    }
}, true, true);

$config = HTMLPurifier_Config::createDefault();
$config->set('Cache.DefinitionImpl', null);
$config->set('HTML.Doctype', 'XHTML 1.0 Transitional');
$config->set('Core.NormalizeNewlines', false);
$config->set('Core.ConvertDocumentToFragment', true);
$config->set('Attr.AllowedFrameTargets', ['_blank']);
$schemes = ['http', 'https', 'ftp', 'irc', 'nntp', 'news', 'rtsp', 'rtmp', 'teamspeak', 'gopher', 'mms', 'mailto'];
$config->set('URI.AllowedSchemes', array_fill_keys($schemes, true));
echo (new HTMLPurifier($config))->purify(stream_get_contents(STDIN));
