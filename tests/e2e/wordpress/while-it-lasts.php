<?php
// Ends a script when the folder of its test is gone, because the test was killed: without a
// database WordPress would try again for minutes.

pcntl_async_signals(true);
pcntl_signal(SIGALRM, function () {
    clearstatcache();
    if (!is_dir(dirname(getenv('WORDPRESS_SOCKET')))) {
        // The next alarm is the last thing that happens, with no farewell of WordPress.
        pcntl_signal(SIGALRM, SIG_DFL);
    }
    pcntl_alarm(1);
});
pcntl_alarm(1);
