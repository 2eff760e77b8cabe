package dev.spirallab;

import java.util.List;

/**
 * What somebody may type or upload to make the pages of others run scripts. All of it is text to
 * us, wherever it stands. Each is short enough for the name of a node; each that ran would leave
 * {@link #TRACE} behind.
 */
public final class Scripts {
    /** True in a page where one of them ran: {@code window.pwned}. */
    public static final String TRACE = "() => 'pwned' in window";

    private static final List<String> ALL =
            List.of(
                    // elements
                    "<script>pwned=1</script>",
                    "<ScRiPt>pwned=1</sCrIpT>",
                    "<svg><script>pwned=1</script></svg>",
                    "</script><script>pwned=1</script>",
                    "</title><script>pwned=1</script>",
                    "</textarea><script>pwned=1</script>",
                    "--><script>pwned=1</script><!--",
                    "]]><script>pwned=1</script>",
                    "<iframe srcdoc='<script>parent.pwned=1</script>'>",
                    "<iframe src=\"javascript:parent.pwned=1\"></iframe>",
                    "<object data=\"javascript:pwned=1\">",
                    "<embed src=\"javascript:pwned=1\">",
                    "<style>@import'javascript:pwned=1';</style>",
                    "<base href=\"https://evil.example/\">",
                    "<meta http-equiv=refresh content=\"0;javascript:pwned=1\">",
                    "<form action=\"javascript:pwned=1\"><button autofocus>x",
                    // event handlers
                    "<img src=x onerror=pwned=1>",
                    "\"><img src=x onerror=pwned=1>",
                    "'><svg/onload=pwned=1>",
                    "<svg><animate onbegin=pwned=1 attributeName=x>",
                    "<body onload=pwned=1>",
                    "<input autofocus onfocus=pwned=1>",
                    "<details open ontoggle=pwned=1>x</details>",
                    "<video><source onerror=pwned=1></video>",
                    "\" onfocus=pwned=1 autofocus=\"",
                    "' onmouseover='pwned=1",
                    // addresses
                    "javascript:pwned=1",
                    "java\tscript:pwned=1",
                    "<a href=\"javascript:pwned=1\">click</a>",
                    "<math><mi xlink:href=\"javascript:pwned=1\">x</mi></math>",
                    "data:text/html,<script>opener.pwned=1</script>",
                    "//evil.example/x.js",
                    "../../../etc/passwd",
                    // templates and the insides of scripts, queries and tables
                    "{{constructor.constructor('pwned=1')()}}",
                    "${pwned=1}",
                    "[[${pwned=1}]]",
                    "<%= pwned=1 %>",
                    "';pwned=1;//",
                    "\\\";pwned=1;//",
                    "\u2028pwned=1//",
                    "__proto__",
                    "'; drop table experiment; --",
                    "=HYPERLINK(\"javascript:pwned=1\")",
                    "x\r\nSet-Cookie: pwned=1",
                    // said in other ways
                    "&lt;script&gt;pwned=1&lt;/script&gt;",
                    "&#60;script&#62;pwned=1&#60;/script&#62;",
                    "%3Cscript%3Epwned=1%3C/script%3E",
                    "\\u003cscript\\u003epwned=1\\u003c/script\\u003e",
                    "＜script＞pwned=1＜/script＞",
                    "<scr\u0000ipt>pwned=1</scr\u0000ipt>",
                    "<img src=x\u200B onerror\u200B=pwned=1>",
                    "\u202Egnp.<img src=x onerror=pwned=1>",
                    "\u2066\u202E<script>pwned=1</script>\u2069\u202C");

    private Scripts() {}

    /** All of them; for {@code @MethodSource("dev.spirallab.Scripts#all")} too. */
    public static List<String> all() {
        return ALL;
    }
}
