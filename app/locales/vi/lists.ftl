### Các danh sách: mục tiêu, kết quả, kinh phí, kiểm tra, tỉnh.

column-promised = Mức hứa
column-target = Mục tiêu
column-due = Đến
column-outcome = Đánh giá
column-result = Kết quả
column-aim = Mục tiêu
column-reached = Đạt được
column-judge = Ai đánh giá
column-task = Nhiệm vụ, dự án
column-fund = Nguồn vốn
column-lead = Chủ trì
column-amount = Kinh phí
column-disbursed = Đã chi
column-years = Năm
column-plans = Kế hoạch

level-province = cấp tỉnh
level-district = cấp huyện
level-commune = cấp xã
phase-planned = dự kiến chi
phase-executed = đã thực hiện
phase-reported = báo cáo về các năm trước
basis-allocation = kinh phí bố trí cho kỳ kế hoạch
basis-total-investment = tổng mức đầu tư
basis-estimate = kinh phí dự kiến
basis-none = không nêu loại tiền

targets-title = Tỉnh hứa những gì?
targets-lead = Mỗi dòng là một con số mà kế hoạch hứa đạt, kèm câu đã nêu ra nó.
targets-empty = Không có mục tiêu nào khớp
targets-caption = { $count } mục tiêu có số
target-interim = mốc giữa chừng

progress-title = Tỉnh làm được đến đâu?
progress-lead = Mỗi dòng là một kết quả mà văn bản báo cáo. Đạt hay chưa là do văn bản tự chấm, hoặc cổng tính từ số và mục tiêu; hai cách không trộn vào nhau.
progress-empty = Không có kết quả nào khớp
progress-caption = { $count } kết quả đã báo cáo
answers-matched = cổng ghép với mục tiêu
verdicts-title = Hứa và làm
verdicts-note = Trong toàn bộ danh sách đang lọc
verdicts-stated = Văn bản tự chấm
verdicts-computed = Cổng tính
verdicts-unjudged = { $count } kết quả khác nêu số mà không nói đạt hay chưa.

spending-title = Tiền dùng vào việc gì?
spending-lead = Từng nhiệm vụ, dự án trong kế hoạch, có tiền hay chưa có tiền. Mỗi tổng chỉ cộng một loại tiền.
spending-empty = Không có nhiệm vụ, dự án nào khớp
spending-caption = { $count } nhiệm vụ, dự án
spending-note = Đưa chuột hoặc chạm giữ vào số để xem đến từng đồng. Dòng “nhắc lại” không cộng vào tổng.
spending-repeats = nhắc lại khoản ở chỗ khác
sum-rows = cộng { $count } dòng có tiền
sum-rows-without = { $phase }: { $count } dòng không nêu số tiền
sum-spent = đã chi
sums-cover = Cộng trên toàn bộ danh sách đang lọc, không chỉ trang này; chỉ những dòng thuộc tổng của kế hoạch, để một khoản không bị cộng hai lần.
chart-by-fund = Kinh phí dự kiến theo nguồn vốn
chart-by-agency = Kinh phí dự kiến theo đơn vị chủ trì
chart-by-plan = Kinh phí dự kiến theo kế hoạch
chart-by-area = Kinh phí dự kiến theo đề mục mà văn bản xếp
chart-by-year = Kinh phí dự kiến theo năm
chart-note = { $kind }, tính bằng đồng. Chỉ những dòng thuộc loại: { $basis }; { $stated } trên { $rows } dòng có tiền nêu rõ.
chart-year-missing = không nêu
chart-finding-fund = { $share } số tiền dự kiến từ nguồn: { $name }
chart-finding-agency = { $name } chủ trì { $share } số tiền dự kiến
chart-finding-area = { $share } số tiền dự kiến cho: { $name }
chart-finding-year = Năm { $name } dự kiến nhiều nhất: { $share } số tiền
chart-finding-plan = { $share } số tiền dự kiến thuộc kế hoạch { $name }
chart-unstated-fund = { $share } số tiền dự kiến không nêu nguồn vốn
chart-unstated-agency = { $share } số tiền dự kiến do nhiều cơ quan hoặc không nêu ai chủ trì
chart-unstated-area = { $share } số tiền dự kiến không đứng dưới đề mục nào
chart-unstated-year = { $share } số tiền dự kiến không nêu năm
chart-rest = { $count } mục khác

checks-title = Chỗ nào văn bản tự vênh?
checks-lead = Cổng cộng lại từng bảng, tính lại từng tỷ lệ. Đây là điều in ra và điều tính được, không phải lời kết luận về ai.
checks-empty = Không có phép kiểm tra nào khớp

provinces-title = Tỉnh nào đã có kế hoạch ở đây?
provinces-lead = 34 tỉnh, thành từ ngày 1/7/2025 và những tỉnh trước đó. Kế hoạch mang tên tỉnh lúc ban hành.
provinces-empty = Không có tỉnh nào khớp
provinces-caption = { $count } tỉnh, thành
province-belongs = nay thuộc { $name }
province-made-of = từ 1/7/2025 gồm { $names }
province-unchanged = không đổi tên khi sắp xếp năm 2025
province-title = { $name }: hứa gì, chi bao nhiêu, làm đến đâu?
province-no-plans = Chưa có kế hoạch nào của tỉnh này ở đây
province-see-others = Xem các tỉnh đã có kế hoạch
province-money-note = Cộng từ những nhiệm vụ có nêu tiền. Kế hoạch chỉ nêu tổng số thì xem ở danh sách kế hoạch phía trên.
see-all = Xem cả { $count }
see-tasks = Xem từng nhiệm vụ, dự án

tiles-label = Sơ đồ ô 34 tỉnh, thành và hai quần đảo
tile-plans = { $count } kế hoạch
tile-hoang-sa = QĐ. Hoàng Sa
tile-truong-sa = QĐ. Trường Sa

tiles-switch = Các tỉnh, thành của thời nào
tiles-now = 34 tỉnh, thành hiện nay
tiles-then = 63 trước tháng 7/2025
tiles-label-then = 63 tỉnh, thành trước ngày 1/7/2025 theo vị trí
tile-belongs = { $name }, thuộc { $province }
