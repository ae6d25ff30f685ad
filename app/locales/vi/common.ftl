### Lời chung của mọi trang.

portal-name = Minh Bạch
skip-to-content = Đến nội dung
language-name = Tiếng Việt
language-short = VI

nav-main = Chính
nav-menu = Mục
nav-home = Trang đầu
nav-home-label = Minh Bạch, trang đầu
nav-breadcrumbs = Đường dẫn
nav-search = Tìm kiếm
nav-plans = Kế hoạch
nav-targets = Mục tiêu
nav-spending = Kinh phí
nav-progress = Kết quả
nav-provinces = Tỉnh
nav-checks = Kiểm tra
nav-data = Dữ liệu
nav-about = Giới thiệu, cách đọc số

footer-what = Minh Bạch đọc kế hoạch do các tỉnh công bố.
footer-printed = Số có
footer-printed-sign = chấm nghệ
footer-printed-meaning = là số in trong văn bản;
footer-computed = số có dấu
footer-computed-meaning = là số cổng cộng hoặc tính ra.
footer-missing = Chỗ văn bản không nói, cổng ghi “không nêu”.
footer-how = Cách đọc số
footer-data = Dữ liệu và API
footer-licence = Giấy phép, trích dẫn
report-mistake = Báo một chỗ sai

search-title = Tìm trong các kế hoạch
search-label = Tìm, có dấu hay không dấu
search-button = Tìm

suggest-list = Gợi ý
suggest-count = { $number } gợi ý
suggest-province = tỉnh
suggest-agency = đơn vị
suggest-indicator = chỉ số
suggest-law = văn bản
suggest-phrase = cụm từ
suggest-plan = kế hoạch
suggest-recent = tìm gần đây
suggest-clear = Xóa các lần tìm gần đây (chỉ lưu trên máy này)

data-line = Dữ liệu của trang này

filter-label = Lọc danh sách
filter-words = Có chữ
filter-any = Tất cả
filter-button = Lọc
filter-waiting = Đang lọc…
filter-chosen = Đang lọc
filter-remove = bỏ
filter-remove-all = Bỏ hết
parameter-q = Có chữ
parameter-plan = Kế hoạch
parameter-province = Tỉnh lúc ban hành
parameter-province-now = Tỉnh hiện nay
parameter-year = Năm
parameter-kind = Loại
parameter-status = Đánh giá
parameter-phase = Khoản tiền
parameter-agency = Đơn vị chủ trì
parameter-funding-source = Nguồn vốn
parameter-indicator = Chỉ số
parameter-level = Cấp
parameter-number = Số văn bản
parameter-severity = Kết luận
parameter-fund = Nguồn vốn
parameter-area = Lĩnh vực
parameter-amount = Số tiền (đồng)
parameter-same = Cùng lời

sort-by = Xếp theo
pager-label = Trang
pager-first = Về đầu danh sách
pager-next = Trang sau
pager-rows = { $shown } dòng ở đây, { $total } dòng tất cả
rows = { $count } dòng

chart-table = Bảng số của biểu đồ
column-rows = Dòng
column-sum = Kinh phí
column-year = Năm
column-plan = Kế hoạch
column-province = Tỉnh
column-number-date = Số, ngày
column-planned = Kinh phí
column-source = Câu gốc
unit-million-column = ĐVT: triệu đồng
sum-of-rows = cộng { $count } dòng

status-met = đạt
status-partly = đạt một phần
status-missed = chưa đạt
not-stated = không nêu
basis-stated = văn bản chấm
basis-computed = cổng tính
verdicts-spoken = { $met } đạt, { $partly } đạt một phần, { $missed } chưa đạt

record-corrected = đã sửa
confidence-medium = khá chắc
confidence-low = chưa chắc

compared-gte = từ { $quantity } trở lên
compared-gt = trên { $quantity }
compared-lte = không quá { $quantity }
compared-lt = dưới { $quantity }
compared-approx = khoảng { $quantity }
compared-range = từ { $least } đến { $most }

unit-billion = tỷ đồng
unit-million = triệu đồng
unit-dong = đồng
money-billion = { $number } tỷ đồng
money-million = { $number } triệu đồng
money-dong = { $number } đồng

address-label = { $address }, câu gốc ở { $place }
address-section = mục { $number }
address-annex = phụ lục { $number }
address-paragraph = đoạn { $number }
address-row = dòng { $number }

check-stated = In trong văn bản
check-computed = Tính lại
check-place = xem chỗ ấy
check-difference = Chênh
check-twin = Đứng hai nơi
check-gap = Không nêu
check-agrees = Khớp
check-note = Nên biết
check-total-differs = Lệch tổng
check-rate-differs = Lệch tỷ lệ
check-parts-differ = Lệch phần và tổng
check-dates-differ = Lệch ngày

empty-without = Bỏ điều kiện “{ $name }: { $value }”
empty-all = Xem tất cả

error-no-plan = Không có kế hoạch { $id }
error-no-province = Không có tỉnh { $id }
error-no-record = Không có bản ghi { $id }
error-no-page = Không có trang { $id }
error-not-found-words = Có thể địa chỉ bị gõ sai hoặc cắt ngắn.
error-near-words = Có phải bạn tìm:
error-gone = { $id } đã được rút
error-parameter = Địa chỉ có điều kiện không đọc được
error-parameter-words = Sửa hoặc bỏ những điều kiện này trong địa chỉ:
error-parameter-value = không nhận giá trị này
error-failed = Không mở được trang này
error-failed-words = Lỗi ở phía chúng tôi và đã được ghi lại. Bộ lọc của bạn còn nguyên trong địa chỉ.
error-again = Thử lại
error-search = Tìm trong các kế hoạch

plans-title = Tỉnh nào có kế hoạch nào?
plans-lead = Mỗi kế hoạch giữ tên tỉnh lúc ban hành. Từ ngày 1/7/2025 nhiều tỉnh đã sáp nhập.
plans-empty = Không có kế hoạch nào khớp
plans-caption = { $count } kế hoạch và kinh phí dự kiến
plans-note = Số có dấu = : văn bản không nêu tổng, cổng cộng các dòng có tiền.
print-address = Trang này ở cổng Minh Bạch:
