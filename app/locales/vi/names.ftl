### So sánh, chỉ số, cơ quan, văn bản được viện dẫn.

nav-compare = So sánh
nav-indicators = Chỉ số
nav-agencies = Cơ quan
nav-laws = Văn bản viện dẫn

compare-title = Tỉnh nào hứa nhiều hơn, làm được đến đâu?
compare-lead = Chọn một chỉ số để xem các tỉnh, các năm cạnh nhau. Số không so được thì cổng nói vì sao.
compare-description = { $name }: mục tiêu và kết quả theo tỉnh và năm, mỗi số dẫn tới câu gốc
compare-choose = Chọn chỉ số
compare-provinces = Chỉ những tỉnh này (tối đa 8)
compare-button = So sánh
compare-most = Nêu nhiều nhất
compare-most-note = Những chỉ số mà nhiều kế hoạch cùng nêu.
compare-offered = { $plans } kế hoạch, { $provinces } tỉnh
compare-side = Cạnh nhau
compare-side-note = Chỉ đặt cạnh nhau những số cùng chỉ số, cùng đơn vị, cùng cấp.
compare-about = Về chỉ số này
compare-none = Chưa có hai con số nào so được với nhau.
compare-finding = { $reached } trong { $count } dòng có đủ lời hứa và kết quả đã đạt lời hứa
compare-finding-promises = { $count } dòng nêu lời hứa, chưa dòng nào có kết quả để đặt cạnh
compare-finding-results = Chỉ có kết quả, không dòng nào nêu lời hứa
compare-coverage = ĐVT: { $unit }. Mục tiêu nêu ở { $targets } / { $count } dòng, kết quả ở { $actuals } / { $count }.
compare-drawn = Biểu đồ vẽ { $count } dòng đầu; bảng dưới đây có nhiều hơn.
compare-promised = mục tiêu
compare-reported = kết quả
compare-not-stated = mục tiêu, kết quả không nêu
compare-short = còn thiếu
compare-no-year = không nêu năm
compare-unit = ĐVT: { $unit }
compare-column-row = Tỉnh, năm, cấp
compare-column-reported = Kết quả
compare-missing = “Không nêu” nghĩa là văn bản không nói, không phải bằng 0.
compare-rows-left = { $shown } trong { $count } dòng. Chọn tỉnh để xem những dòng khác.
compare-refused = { $count } dòng không đặt cạnh các dòng khác
compare-refused-lead = Văn bản có nêu, nhưng so với các dòng trên thì không đúng. Lý do ghi ở từng dòng.

indicators-title = Các kế hoạch đếm những gì?
indicators-lead = Cùng một việc được hứa bằng nhiều cách nói. Mỗi chỉ số gom chúng lại để so được các tỉnh, các năm.
indicators-empty = Không có chỉ số nào khớp
indicators-caption = { $count } chỉ số
indicator-lead = ĐVT: { $unit }; { $way }. { $plans } kế hoạch của { $provinces } tỉnh nêu chỉ số này.
indicator-up = càng cao càng tốt
indicator-down = càng thấp càng tốt
indicator-targets = Mọi mục tiêu của chỉ số này
indicator-progress = Mọi kết quả của chỉ số này
indicator-choose = Chọn tỉnh để so sánh
indicator-unlike = Trông giống mà khác
indicator-unlike-note = Cổng không so những chỉ số này với nhau.

agencies-title = Ai chủ trì?
agencies-lead = Những cơ quan đứng đầu các nhiệm vụ. Sở, ban của mọi tỉnh đứng chung một dòng.
agencies-empty = Không có cơ quan nào khớp
agencies-caption = { $count } cơ quan
agency-lead = Chủ trì { $tasks } nhiệm vụ trong { $plans } kế hoạch của { $provinces } tỉnh.
agency-until = đến năm { $year }
agency-became = Từ năm { $year } nhập vào
agency-absorbed = Gồm cả
agency-money-note = Những nhiệm vụ ghi cơ quan này chủ trì, một mình.

laws-title = Kế hoạch dựa trên văn bản nào?
laws-lead = Luật, nghị định, quyết định mà các kế hoạch viện dẫn, theo số hiệu, năm và tỉnh ban hành.
laws-empty = Không có văn bản nào khớp
laws-caption = { $count } văn bản
law-cited = { $citations } lần viện dẫn trong { $plans } kế hoạch của { $provinces } tỉnh
law-citations = Nơi viện dẫn

column-indicator = Chỉ số
column-unit = ĐVT
column-provinces = Số tỉnh
column-agency = Cơ quan
column-tasks = Nhiệm vụ
column-document = Văn bản
column-issued = Ngày ban hành
column-citations = Lần viện dẫn

error-no-indicator = Không có chỉ số { $id }
error-no-agency = Không có cơ quan { $id }
error-no-law = Không có văn bản { $id }

indicator-beside = các tỉnh, các năm khác

glossary-title = Từ ngữ và chữ viết tắt
glossary-lead = Những từ cổng dùng, nói bằng lời thường, và những chữ viết tắt trong các kế hoạch.
glossary-terms = Từ ngữ
term-plan = Văn bản của tỉnh nói năm tới hoặc vài năm tới sẽ làm gì, ai làm, tốn bao nhiêu.
term-target = Con số mà tỉnh hứa đạt vào một năm: “tối thiểu 80% hồ sơ được xử lý qua mạng”.
term-progress = Con số mà tỉnh báo cáo đã làm được, thường nằm trong kế hoạch của năm sau.
term-spending = Tiền cho từng nhiệm vụ: dự kiến chi, đã bố trí, hoặc đã chi. Ba loại này không cộng với nhau.
term-allocation = Tiền đã giao cho kỳ kế hoạch này.
term-total-investment = Toàn bộ tiền của một dự án qua mọi năm, không riêng kỳ này.
term-estimate = Tiền tỉnh ước tính, chưa giao.
term-indicator = Một thứ được đếm. Nhiều kế hoạch gọi nó bằng nhiều cách; cổng gom lại để so được.
term-check = Cổng tự cộng, tự chia lại các số trong văn bản và nói chỗ nào khớp, chỗ nào không.
term-not-stated = Văn bản không nói điều ấy. Không phải bằng 0, cũng không phải cổng bỏ sót: xem “Lưu ý khi đọc” của từng kế hoạch.
glossary-abbreviations = Chữ viết tắt
glossary-abbreviations-note = { $count } chữ, theo lời của chính các kế hoạch; { $differing } chữ được giải thích khác nhau.

report-lead = Một con số đọc sai, một câu đặt nhầm chỗ? Hãy nói cho người biên tập.
report-words = Bạn thấy gì trong văn bản?
report-email = Thư điện tử, nếu muốn được trả lời (không bắt buộc)
report-website = Để trống ô này
report-privacy = Cổng chỉ giữ lời bạn viết, địa chỉ thư nếu bạn để lại, và mã của bản ghi. Địa chỉ thư bị xóa khi báo cáo được xử lý xong.
report-send = Gửi
report-thanks = Cảm ơn bạn
report-taken = Báo cáo số { $number } đã được lưu, người biên tập sẽ xem.
report-fault-empty = Chưa có lời nào. Hãy viết điều bạn thấy trong văn bản.
report-fault-long = Lời viết dài quá 4.000 chữ cái hoặc có ký tự lạ. Hãy viết ngắn hơn.
report-fault-email = Địa chỉ thư không đúng. Hãy sửa lại hoặc để trống.
report-fault-other = Không đọc được nội dung gửi lên. Hãy thử lại.
record-wrong = Báo sai
record-wrong-label = Báo bản ghi { $number } đọc sai

chart-embed = Nhúng vào trang khác

patterns-title = Mẫu giao diện
patterns-lead = Mọi thành phần ở mọi trạng thái, dành cho người thiết kế và kiểm thử. Số liệu ở đây là bịa ra.
