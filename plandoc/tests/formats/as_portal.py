"""Makes a portal's page of a page that LibreOffice saved: menus around it, formatting dropped."""
import re, sys
page = open(sys.argv[1], encoding="utf-8").read()
page = re.sub(r' (style|lang|align|class|width|height|bgcolor|cellpadding|cellspacing|dir|link|vlink|text)="(?!sdfootnote)[^"]*"', "", page)
page = re.sub(r"</?(font|span)[^>]*>|<style.*?</style>", "", page, flags=re.S)
top = """<header><a href="/">Cổng thông tin điện tử</a></header>
<nav><ul><li><a href="/gioi-thieu">Giới thiệu</a></li><li><a href="/van-ban">Văn bản</a></li></ul></nav>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; Văn bản chỉ đạo điều hành</div>
<div id="search-box"><form>Từ khóa: <input name="q"><button>Tìm kiếm</button></form></div>
<script>document.write("<p>Lượt truy cập: 12.345</p>");</script>"""
foot = """<div class="related-news"><h3>Tin liên quan</h3><ul><li><a href="/1">Kế hoạch năm trước</a></li></ul></div>
<footer>Bản quyền thuộc về Ủy ban nhân dân. Ghi rõ nguồn khi phát hành lại.</footer>"""
page = re.sub(r"(<body[^>]*>)", lambda m: m.group(1) + top, page, count=1).replace("</body>", foot + "</body>")
open(sys.argv[2], "w", encoding="utf-8").write(page)
