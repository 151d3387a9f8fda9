/** Key in the meta of a deployment that Rewind made for maintenance. */
export const MAINTENANCE = 'rewindMaintenance';

/** What `Retry-After` says to clients. */
export const RETRY_AFTER_SECONDS = 300;

/** The page if the caller gives none. It needs no other file: the deployment answers every path with it. */
export const maintenancePage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Maintenance</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 34rem; padding: 2rem; }
h1 { font-size: 1.75rem; }
</style>
</head>
<body>
<main>
<h1>We will be back soon</h1>
<p>This site is under maintenance. Please try again in a few minutes.</p>
</main>
</body>
</html>
`;
