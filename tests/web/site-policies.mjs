// Security headers as sites send them, or as guides tell them to, and what the figure does under each.
//
// `source`: where it was read, in 2026; `after` where it was put together from what is known of such sites, not copied from
// a page. A nonce, or the place for one, is written “abc”. Addresses that reports go to are left out.
//
// Expected, for each live way onto a page: what readers see, with “+” where the figure says why it is not there; then what is
// to be asked for, as “directive source”; “nonce” where the site's templates have to mark our tags. In the frame: what is
// asked for frame.html stands behind “frame:”.

const GOOGLE = "www.google-analytics.com ssl.google-analytics.com stats.g.doubleclick.net www.googletagmanager.com www.region1.google-analytics.com region1.google-analytics.com www.google.co.uk analytics.google.com *.analytics.google.com www.google.com";
const GOVUK = "*.publishing.service.gov.uk *.dev.gov.uk www.gov.uk";

/** What goes with scripts where they have to be asked for. */
const WASM = ["script-src 'wasm-unsafe-eval'"];
const FRAME_WASM = ["frame: script-src 'wasm-unsafe-eval'"];
const ALL = { element: ["widget"], embed: ["widget"], iframe: ["widget"] };
/** WebAssembly is refused, and nothing else: the engine comes as plain JavaScript. */
const PLAIN = { element: ["widget"], embed: ["widget"], iframe: ["widget"] };

export const SITES = [
  {
    name: "GOV.UK's shared default",
    source: "alphagov/govuk_app_config, July 2026",
    text: `Content-Security-Policy: default-src 'self'; base-uri 'none'; img-src 'self' ${GOVUK} ${GOOGLE} lux.speedcurve.com assets.digital.cabinet-office.gov.uk https://img.youtube.com https://i.ytimg.com; script-src 'self' ${GOOGLE} www.gstatic.com *.ytimg.com www.youtube.com www.youtube-nocookie.com 'nonce-abc'; style-src 'self' www.gstatic.com; font-src 'self'; connect-src 'self' ${GOVUK} ${GOOGLE} lux.speedcurve.com; object-src 'none'; frame-src 'self' ${GOVUK} www.youtube.com www.youtube-nocookie.com; frame-ancestors 'self' ${GOVUK}`,
    ...PLAIN,
  },
  {
    name: "GOV.UK's first policy",
    source: "uk-gov-mirror/alphagov.government-frontend, config/initializers/csp.rb",
    text: "default-src https: 'self' *.publishing.service.gov.uk *.dev.gov.uk; img-src 'self' data: *.publishing.service.gov.uk *.dev.gov.uk www.google-analytics.com ssl.google-analytics.com stats.g.doubleclick.net assets.digital.cabinet-office.gov.uk; script-src 'self' *.publishing.service.gov.uk *.dev.gov.uk www.google-analytics.com ssl.google-analytics.com stats.g.doubleclick.net www.signin.service.gov.uk *.ytimg.com www.youtube.com www.youtube-nocookie.com 'unsafe-inline'",
    ...PLAIN,
  },
  {
    name: "GOV.UK Platform as a Service",
    source: "alphagov/paas-admin, src/components/app/app.csp.ts",
    text: "default-src 'none';style-src 'self' 'unsafe-inline';script-src 'self' 'sha256-+6WnXIl4mbFTCARd8N3COQmT3bJJmo32N8q8ZSQAIcU=' 'sha256-G29/qSW/JHHANtFhlrZVDZW1HOkCDRc78ggbqwwIJ2g=' www.google-analytics.com www.googletagmanager.com;img-src 'self' www.google-analytics.com;connect-src 'self' www.google-analytics.com;frame-src 'self';font-src 'self' data:;object-src 'self';media-src 'self'",
    ...PLAIN,
  },
  {
    name: "a service of Defra's, which lets through frames of one company only",
    source: "after DEFRA/fcp-mpdp-frontend, src/plugins/content-security-policy.js",
    text: "font-src 'self'; img-src 'self' https://www.googletagmanager.com; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=' https://www.googletagmanager.com 'nonce-abc'; style-src 'self' 'nonce-abc'; connect-src 'self' https://www.googletagmanager.com https://www.google.com; frame-src https://www.googletagmanager.com; frame-ancestors 'self'; form-action 'self'; manifest-src 'self'",
    ...PLAIN,
    iframe: ["nothing", "frame-src 'self'"],
  },
  {
    name: "the playbook of the NHS Business Services Authority",
    source: "nhsbsa/nhsbsa-digital-playbook, src/security/content-security-policy.md",
    text: "default-src 'none';\nframe-ancestors 'none';\nbase-uri 'self';\nform-action 'self';\nplugin-types 'none';\nprefetch-src 'none';\nscript-src 'self' 'nonce-abc';\nstyle-src 'self' 'nonce-abc';\nimg-src 'self' 'nonce-abc' https://www.google-analytics.com https://www.googletagmanager.com;\nfont-src 'self' 'nonce-abc' https://assets.nhs.uk;\nconnect-src 'self' 'nonce-abc' https://www.google-analytics.com https://www.googletagmanager.com;",
    ...PLAIN,
    iframe: ["nothing", "frame-src 'self'", "frame: frame-ancestors 'self'"],
  },
  {
    name: "an NHS service that lets through its own alone",
    source: "a service's middleware that names assets.nhs.uk, found by its text",
    text: "HTTP/2 200\ncontent-type: text/html; charset=utf-8\ncontent-security-policy: base-uri 'self'; form-action 'self'; frame-ancestors 'none'; default-src 'none'; connect-src 'self'; font-src 'self' https://assets.nhs.uk; img-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self'; upgrade-insecure-requests\nx-content-type-options: nosniff",
    ...PLAIN,
    iframe: ["nothing", "frame-src 'self'", "frame: frame-ancestors 'self'"],
  },
  {
    name: "an NHS service with strict-dynamic",
    source: "after services that name js.monitor.azure.com and assets.nhs.uk",
    text: "default-src 'self'; connect-src 'self' https://js.monitor.azure.com https://dc.services.visualstudio.com; style-src 'self' 'nonce-abc' https://assets.nhs.uk; font-src 'self' 'nonce-abc' https://assets.nhs.uk; script-src 'self' 'nonce-abc' 'strict-dynamic'",
    element: ["static", "nonce"],
    embed: ["nothing", "nonce"],
    iframe: ["message", "frame: its own"],
  },
  {
    name: "Helmet's default",
    source: "helmet 8.1.0, index.mjs",
    text: "Content-Security-Policy: default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests\nCross-Origin-Opener-Policy: same-origin\nCross-Origin-Resource-Policy: same-origin\nOrigin-Agent-Cluster: ?1\nReferrer-Policy: no-referrer\nX-Content-Type-Options: nosniff\nX-Frame-Options: SAMEORIGIN",
    ...PLAIN,
  },
  {
    name: "Umbraco's guide",
    source: "docs.umbraco.com, health check for a content security policy",
    text: "default-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https://news-dashboard.umbraco.com; connect-src 'self'; font-src 'self'; frame-src 'self' https://marketplace.umbraco.com",
    ...PLAIN,
  },
  {
    name: "GeoServer's default",
    source: "docs.geoserver.org, Content Security Policy",
    text: "Content-Security-Policy:\n  base-uri 'self';\n  form-action 'self';\n  default-src 'none';\n  child-src 'self';\n  connect-src 'self';\n  font-src 'self';\n  img-src 'self' data:;\n  style-src 'self' 'unsafe-inline';\n  script-src 'self';\n  frame-ancestors 'self';",
    ...PLAIN,
  },
  {
    name: "GitHub, whose scripts all lie on another site",
    source: "zhoukekestar.github.io, notes on GitHub's headers, July 2017",
    text: "Content-Security-Policy:\n  default-src 'none';\n  base-uri 'self';\n  block-all-mixed-content;\n  child-src render.githubusercontent.com;\n  connect-src 'self' uploads.github.com status.github.com collector.githubapp.com api.github.com www.google-analytics.com wss://live.github.com;\n  font-src assets-cdn.github.com;\n  form-action 'self' github.com gist.github.com;\n  frame-ancestors 'none';\n  img-src 'self' data: assets-cdn.github.com identicons.github.com collector.githubapp.com *.githubusercontent.com;\n  media-src 'none';\n  script-src assets-cdn.github.com;\n  style-src 'unsafe-inline' assets-cdn.github.com",
    element: ["static", "script-src 'self'", ...WASM],
    embed: ["nothing", "script-src 'self'", ...WASM],
    iframe: ["nothing", "frame-src 'self'", "frame: frame-ancestors 'self'", "frame: script-src 'self'", ...FRAME_WASM],
  },
  {
    name: "Google's strict policy",
    source: "web.dev, Mitigate cross-site scripting with a strict Content Security Policy",
    text: "Content-Security-Policy:\n  script-src 'nonce-abc' 'strict-dynamic';\n  object-src 'none';\n  base-uri 'none';",
    element: ["static", "nonce"],
    embed: ["nothing", "nonce"],
    iframe: ["message", "frame: its own"],
  },
  {
    name: "Google's strict policy for older browsers too",
    source: "after csp.withgoogle.com, Strict CSP",
    text: "object-src 'none'; script-src 'nonce-abc' 'unsafe-inline' 'unsafe-eval' 'strict-dynamic' https: http:; base-uri 'none'",
    element: ["static", "nonce"],
    embed: ["nothing", "nonce"],
    iframe: ["message", "frame: its own"],
  },
  {
    name: "Google's strict policy by hashes",
    source: "web.dev, Mitigate cross-site scripting with a strict Content Security Policy",
    text: "script-src 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=' 'strict-dynamic';\n  object-src 'none';\n  base-uri 'none';",
    element: ["static", "no line helps"],
    embed: ["nothing", "no line helps"],
    iframe: ["message", "frame: its own"],
  },
  {
    name: "Drupal's Security Kit, set to the site itself",
    source: "a seckit.settings.yml found by its text, as GovCMS and LocalGov Drupal sites export it",
    text: "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'\nX-Frame-Options: SAMEORIGIN\nStrict-Transport-Security: max-age=31536000",
    ...PLAIN,
  },
  {
    name: "WordPress with a plugin that only asks for https",
    source: "after really-simple-ssl.com, Configuring Security Headers for WordPress",
    text: "Header always set Content-Security-Policy “upgrade-insecure-requests;”\nHeader always set X-Content-Type-Options “nosniff”\nHeader always set X-Frame-Options “SAMEORIGIN”",
    ...ALL,
  },
  {
    name: "WordPress with a plugin that has learned its sources",
    source: "after such plugins",
    text: "default-src 'self'; script-src 'self' 'unsafe-inline' https://stats.wp.com; style-src 'self' 'unsafe-inline' https://fonts.googleapis.com; font-src 'self' data: https://fonts.gstatic.com; img-src 'self' data: https://secure.gravatar.com; connect-src 'self'; worker-src 'self' blob:",
    ...PLAIN,
  },
  {
    name: "Episerver, with all that its editors may add",
    source: "optimizely.blog, Manage Content Security Policy from Episerver CMS, 2020",
    text: "default-src 'self';\nfont-src 'self' data:;\nimg-src 'self' data: *;\nscript-src 'self' 'unsafe-inline' 'unsafe-eval' *;\nstyle-src 'self' 'unsafe-inline' *;\nframe-src *;\nmedia-src 'self';\nconnect-src 'self';\nobject-src 'none';",
    ...ALL,
  },
  {
    name: "the Apache settings of HTML5 Boilerplate",
    source: "gist.github.com/harikt/b276124fd7c5e508d22de74a0bfc7ac6",
    text: "<IfModule mod_headers.c>\n    Header set Content-Security-Policy \"script-src 'self'; object-src 'self'\"\n</IfModule>",
    ...PLAIN,
  },
  {
    name: "the CIS benchmark for nginx, its apostrophes one within the other",
    source: "tenable.com, CIS NGINX v2.1.0, 5.3.3",
    text: "add_header Content-Security-Policy 'default-src 'self'' always;",
    ...PLAIN,
  },
  {
    name: "Nagios under Apache, with a colon too many",
    source: "gist.github.com/TGWolf/67b39f66dacd4961e7b1",
    text: "Header always set Content-Security-Policy: \"default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src 'self' data:;\"",
    ...ALL,
  },
  {
    name: "guidance for governments of the United States, as a tag",
    source: "docs.scangov.org, Content security policy",
    text: '<meta http-equiv="Content-Security-Policy" content="\ndefault-src \'self\';\nscript-src \'self\' https://example.gov;\nstyle-src \'self\' \'unsafe-inline\';\nimg-src \'self\' https://example.gov;\nfont-src \'self\' https://example.gov;\nobject-src \'none\';\nframe-ancestors \'none\';\nupgrade-insecure-requests;\n">',
    ...PLAIN,
    // The tag stands in the page alone, and may not say who may hold it.
    iframe: ["widget"],
  },
  {
    name: "the default of secure_headers, on a page that came by http",
    source: "github.com/labhacker1/secure_headers, docs/upgrading-to-4-0.md",
    text: "default-src https:; form-action 'self'; img-src https: data: 'self'; object-src 'none'; script-src https:; style-src 'self' 'unsafe-inline' https:",
    element: ["static", "connect-src 'self'", "script-src 'self'", ...WASM],
    embed: ["nothing", "connect-src 'self'", "script-src 'self'", ...WASM],
    iframe: ["nothing", "frame-src 'self'", "frame: connect-src 'self'", "frame: script-src 'self'", ...FRAME_WASM],
  },
  {
    name: "SharePoint, its scripts named one by one",
    source: "after learn.microsoft.com, Content Security Policy in SharePoint Online",
    text: "content-security-policy: frame-ancestors 'self' teams.microsoft.com *.teams.microsoft.com *.office.com\ncontent-security-policy: script-src 'self' 'nonce-abc' 'unsafe-inline' https://res-1.cdn.office.net https://*.sharepointonline.com https://swx.cdn.skype.com",
    ...PLAIN,
  },
  {
    name: "Angular behind nginx, with Trusted Types",
    source: "a project's edge headers, found by “trusted-types angular angular#bundler”",
    text: "add_header Content-Security-Policy \"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline' https://fonts.googleapis.com; font-src 'self' https://fonts.gstatic.com; img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types angular angular#bundler angular#components\" always;\nadd_header X-Content-Type-Options nosniff always;",
    element: ["static+", "trusted-types peerglass"],
    embed: ["message+", "trusted-types peerglass"],
    iframe: ["nothing", "frame-src 'self'", "frame: frame-ancestors 'self'", "frame: trusted-types peerglass"],
  },
  {
    name: "GlobaLeaks, with Trusted Types",
    source: "GlobaLeaks documentation, Application security",
    text: "Content-Security-Policy: base-uri 'none'; connect-src 'self'; default-src 'none'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; frame-src 'self'; img-src 'self'; media-src 'self'; script-src 'self'; style-src 'self' 'nonce-abc'; trusted-types angular angular#bundler dompurify default; require-trusted-types-for 'script'",
    element: ["static+", "trusted-types peerglass"],
    embed: ["message+", "trusted-types peerglass"],
    iframe: ["nothing", "frame: frame-ancestors 'self'", "frame: trusted-types peerglass"],
  },
  {
    name: "the basic policy of OWASP's cheat sheet",
    source: "after cheatsheetseries.owasp.org, Content Security Policy",
    text: "Content-Security-Policy: default-src 'self'; frame-ancestors 'self'; form-action 'self';",
    ...PLAIN,
  },
  {
    name: "the tightened policy of OWASP's cheat sheet",
    source: "after cheatsheetseries.owasp.org, Content Security Policy",
    text: "Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'; frame-ancestors 'self'; form-action 'self';",
    ...PLAIN,
    iframe: ["nothing", "frame-src 'self'"],
  },
  {
    name: "a policy that only reports",
    source: "docs.report-uri.com, Content Security Policy",
    text: "Content-Security-Policy-Report-Only: default-src 'none'; form-action 'none'; frame-ancestors 'none'",
    ...ALL,
  },
  {
    name: "nginx with a directive for script tags of their own",
    source: "a documentation site's nginx settings on dso.mil, found by its text",
    text: "location ^~ /sites/bb-docs/ {\n    add_header Content-Security-Policy \"\n    default-src 'self';\n    script-src 'self' *.dso.mil 'nonce-abc';\n    script-src-elem 'self' *.dso.mil 'nonce-abc' unpkg.com;\n    style-src 'self' *.dso.mil 'unsafe-inline';\n    style-src-elem 'self' *.dso.mil 'unsafe-inline';\n    img-src 'self' data: mediastream: blob: *.dso.mil img.shields.io 'nonce-abc';\n    connect-src 'self' *.dso.mil 'nonce-abc';\n    font-src 'self' *.dso.mil  'nonce-abc';\n    object-src 'self' *.dso.mil 'nonce-abc';\n    media-src 'self' *.dso.mil 'nonce-abc';\n    form-action 'self' *.dso.mil;\n    frame-src 'none';\n    frame-ancestors 'none';\" always;\n}",
    ...PLAIN,
    iframe: ["nothing", "frame-src 'self'", "frame: frame-ancestors 'self'"],
  },
  {
    name: "a static site on Cloudflare Pages",
    source: "a _headers file found by its text",
    text: "/*\n  Content-Security-Policy: default-src 'self'; img-src 'self' data: https://*.google-analytics.com https://*.analytics.google.com https://*.googletagmanager.com https://*.g.doubleclick.net https://*.google.com; font-src fonts.gstatic.com; style-src 'self' 'unsafe-inline' fonts.googleapis.com; script-src 'self' 'unsafe-inline' static.cloudflareinsights.com https://*.googletagmanager.com; connect-src 'self' cloudflareinsights.com https://*.google-analytics.com https://*.analytics.google.com https://*.googletagmanager.com https://*.g.doubleclick.net https://*.google.com;\n  Cross-Origin-Opener-Policy: same-origin-allow-popups\n  X-Frame-Options: DENY\n  Cache-Control: max-age=3600",
    ...PLAIN,
    iframe: ["nothing", "frame: X-Frame-Options SAMEORIGIN"],
  },
  {
    name: "Amazon CloudFront's example, which lets nothing be fetched",
    source: "a CloudFront function found by its text, as in Amazon's own example",
    text: "strict-transport-security: max-age=63072000; includeSubdomains; preload\ncontent-security-policy: default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; frame-ancestors 'none'\nx-content-type-options: nosniff\nx-frame-options: DENY\nx-xss-protection: 1; mode=block\nreferrer-policy: same-origin",
    element: ["static+", "connect-src 'self'"],
    embed: ["message+", "connect-src 'self'"],
    iframe: ["nothing", "frame-src 'self'", "frame: connect-src 'self'", "frame: frame-ancestors 'self'"],
  },
  {
    name: "Django 6's guide",
    source: "Django documentation, How to use Django's Content Security Policy",
    text: "default-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'; img-src 'self' https: data:; font-src 'self' https: data:; connect-src 'self'; frame-ancestors 'self'",
    ...PLAIN,
  },
  {
    name: "Mozilla's guidelines, with nothing but what a page uses",
    source: "after infosec.mozilla.org, Web Security",
    text: "# Disable the use of unsafe inline/eval and only load resources from same origin\nContent-Security-Policy: default-src 'none'; font-src https://fonts.gstatic.com; img-src 'self' https://i.imgur.com; object-src 'none'; script-src 'self'; style-src 'self'",
    element: ["static+", "connect-src 'self'"],
    embed: ["message+", "connect-src 'self'"],
    iframe: ["nothing", "frame-src 'self'", "frame: connect-src 'self'"],
  },
  {
    name: "a council's own, two headers from two boxes",
    source: "after council sites behind a content delivery network, Jadu and Squiz among them",
    text: "Content-Security-Policy: default-src 'self' https: 'unsafe-inline' 'unsafe-eval' data: blob:\nContent-Security-Policy: script-src 'self' 'unsafe-inline' https://*.siteimproveanalytics.com https://www.browsealoud.com https://cc.cdn.civiccomputing.com; frame-ancestors 'self'\nX-Frame-Options: SAMEORIGIN\nX-Frame-Options: SAMEORIGIN",
    ...PLAIN,
  },
  {
    name: "a council's that lets through frames of its forms only, and isolates its pages",
    source: "after council sites that hold forms of another site",
    text: "Content-Security-Policy: default-src 'self'; frame-src https://forms.example.gov.uk\nCross-Origin-Embedder-Policy: require-corp\nCross-Origin-Opener-Policy: same-origin",
    ...PLAIN,
    iframe: ["nothing", "frame-src 'self'"],
  },
  {
    name: "a place for uploaded files, each in a sandbox",
    source: "after raw.githubusercontent.com",
    text: "content-security-policy: default-src 'none'; style-src 'unsafe-inline'; sandbox",
    element: ["static", "connect-src 'self'", "sandbox allow-same-origin", "sandbox allow-scripts", "script-src 'self'", ...WASM],
    embed: ["nothing", "connect-src 'self'", "sandbox allow-same-origin", "sandbox allow-scripts", "script-src 'self'", ...WASM],
    iframe: ["nothing", "frame-src 'self'", "sandbox allow-same-origin", "sandbox allow-scripts", "frame: connect-src 'self'", "frame: sandbox allow-same-origin", "frame: sandbox allow-scripts", "frame: script-src 'self'", ...FRAME_WASM],
  },
  {
    name: "no policy at all",
    source: "after most sites of councils: two in three, by comparitech.com in 2026",
    text: "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nX-Frame-Options: SAMEORIGIN\nX-Content-Type-Options: nosniff",
    ...ALL,
  },
];
