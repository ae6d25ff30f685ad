### Lời của trang một kế hoạch.

plan-parts = Phần của kế hoạch
plan-description = { $targets } mục tiêu bằng số, { $spending } khoản chi, { $progress } kết quả, mỗi số dẫn tới câu gốc
plan-kind-annual = Kế hoạch năm
plan-kind-multi-year = Kế hoạch nhiều năm
plan-kind-decision = Quyết định phê duyệt
plan-now-part-of = nay thuộc
plan-read = Đọc văn bản
plan-download = Tải bản gốc
plan-published-at = Nơi công bố
plan-number = Số
plan-issued = Ban hành
plan-signatory = Người ký
plan-issuer = Cơ quan
plan-period = Thời kỳ
plan-supplied = do biên tập bổ sung, văn bản không nêu
plan-warnings = { $count } điều nên biết khi đọc văn bản này

plan-planned = Kinh phí dự kiến
plan-spent = Đã chi, theo phần đánh giá
plan-spent-of = trong
plan-spent-note = Phần đánh giá nói về tiền đã giao trước đó, không phải kinh phí dự kiến bên cạnh.
plan-no-sum = Văn bản không nêu số tiền nào cho thời kỳ này.
plan-sum-stated = tổng in trong văn bản
plan-sum-computed = cổng cộng { $count } khoản
plan-sum-agrees = Các dòng cộng lại khớp:
plan-sum-differs = Các dòng cộng lại khác:
plan-targets = Mục tiêu bằng số
plan-targets-unreported = { $count } mục tiêu chưa thấy kết quả trong các văn bản ở cổng
plan-verdicts = Đã làm được
plan-progress-count = { $count } kết quả được báo cáo

plan-checks = Cổng đã kiểm tra
plan-checks-none = Không có tổng hay tỷ lệ nào để đối chiếu.
plan-checks-note = { $differ } chỗ đáng xem, { $agree } chỗ khớp.
plan-checks-agree = { $count } chỗ khớp

plan-targets-note = Những con số văn bản hứa.
plan-targets-caption = { $count } mục tiêu bằng số
plan-targets-signs = ≥ tối thiểu · > trên · ≈ khoảng · không dấu: đúng bằng
plan-no-target = Văn bản không hứa con số nào.
target-not-reported = chưa có báo cáo
column-reported = Kết quả

plan-spending-note = Từng khoản như văn bản ghi. Dấu = là số cổng cộng.
plan-spending-caption = { $phase }, { $place }: { $count } khoản
plan-no-spending = Văn bản không có bảng nhiệm vụ hay kinh phí.
spending-body = phần lời văn
spending-restated = nêu lại khoản ở chỗ khác, không cộng
column-spent = Đã chi

plan-progress-note = Những gì văn bản nói đã làm được. Ghi rõ ai chấm: văn bản hay cổng tính.
plan-judged-caption = { $count } kết quả được chấm, chưa đạt xếp trước
plan-results-caption = { $count } kết quả có số liệu, không có lời chấm
plan-no-progress = Văn bản không báo cáo kết quả nào.
column-measured = Đo gì
column-target-value = Mức hứa
column-verdict = Chấm

plan-basis = Căn cứ
plan-basis-note = Những văn bản mà kế hoạch dẫn số hiệu.
plan-basis-caption = { $count } lần dẫn văn bản
plan-basis-data = Tải các dòng này (CSV)
plan-no-basis = Văn bản không dẫn số hiệu văn bản nào.
column-law = Văn bản
column-law-title = Về việc
column-date = Ngày

plan-all-rows = Xem cả { $count } dòng
plan-filter-rows = Lọc, xếp, tải các dòng này

plan-text = Văn bản
reader-note = Câu có chấm nghệ đã đọc thành bản ghi. Chọn số nhỏ sau câu để thấy bản ghi, chọn bản ghi để thấy câu.
reader-contents = Mục lục
reader-find = Tìm trong văn bản này
reader-hits = { $count } chỗ có “{ $words }”
reader-no-hit = Văn bản này không có “{ $words }”
reader-hit-first = chỗ đầu
reader-hit-last = chỗ cuối
reader-hit-before = Chỗ trước
reader-hit-next = Chỗ sau
reader-hit-place = { $hit }/{ $hits }
reader-hit-keys = phím n, p khi đang đọc: chỗ sau, chỗ trước
reader-hits-clear = bỏ đánh dấu
reader-abbreviations = { $count } chữ viết tắt
reader-to-record = { $number }, xem bản ghi
reader-records-of = Bản ghi đọc được ở { $place }
reader-permalink = { $number }, liên kết tới { $place }
reader-unit = ĐVT: { $unit }
reader-table = Bảng trong văn bản
reader-table-caption = Bảng ở { $place }
reader-table-scrolls = Bảng rộng: kéo ngang để xem hết
reader-table-records = { $count } bản ghi đọc từ bảng này
record-target = Mục tiêu
record-progress = Kết quả
record-spending = Khoản chi
record-citation = Căn cứ
record-plan = Kế hoạch
record-objective = Mục tiêu bằng lời
record-passage = Đoạn văn
record-total = Tổng kinh phí

version-switch = Các bản của kế hoạch này
version-name = Bản { $number }
version-title = { $name }, bản { $number }
version-current = hiện hành
version-since = có ở cổng từ { $date }
version-replaced = Bản này đã được thay bằng tệp công bố sau. Số trong đó không còn được cộng vào đâu, nhưng câu chữ vẫn giữ nguyên để đối chiếu.
version-to-current = Xem bản hiện hành
reader-file-beside = Xem tệp đã công bố bên cạnh
reader-file-frame = Tệp đã công bố: { $name }
reader-file-note = đúng từng byte như đã công bố
reader-abbreviation-usual = thường hiểu là { $long }; văn bản không giải thích
reader-abbreviations-usual = Văn bản dùng mà không giải thích, thường hiểu là:
reader-file-close = đóng
