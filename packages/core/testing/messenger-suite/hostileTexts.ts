/** Texts that people or attackers write, none of which may do anything but be read. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a mention in Slack’s notation': '<@U0NADIA> and <!channel> and <!subteam^S1|team>',
  'a mention in Discord’s notation': '<@100000000000000001> and <@&5> @everyone @here',
  'a link in disguise': '<https://evil.example|https://bank.example> [bank](https://evil.example)',
  'a bare address': 'see https://evil.example/path',
  'bold, italic, struck and code': '*a* _b_ ~c~ `d` **e** __f__ ~~g~~ ||h||',
  'a block of code': '```rm -rf```',
  'headings, quotes and lists': '# a\n> b\n- c\n1. d',
  'entities and tags': '&lt;b&gt; &amp; <script>alert(1)</script>',
  'a date in Slack’s notation': '<!date^1^{date}|never> <t:1:R>',
  'emoji, whole and in letters': '👩‍⚕️ 🇨🇭 e\u0301 :skull:',
  'right-to-left script': 'הרופא אישר את הבקשה',
  'backslashes and quotes': '\\*a\\* "b" \'c\' \\',
}
