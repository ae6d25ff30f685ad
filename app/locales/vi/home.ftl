### Trang đầu.

home-title = Tỉnh hứa gì, chi bao nhiêu, làm đến đâu
home-question = Tỉnh hứa gì, chi bao nhiêu, làm đến đâu?
home-description = Tra cứu mục tiêu, kinh phí và kết quả trong kế hoạch đã công bố của các tỉnh, dẫn về từng câu gốc.
home-lead = Minh Bạch đọc các kế hoạch do tỉnh công bố. Số nào đứng trên
home-lead-end = thì chạm vào là tới đúng câu văn đã in ra nó.
home-search-label = Tìm trong { $count } kế hoạch, có dấu hay không dấu
home-try = Ví dụ
home-plans-of = của { $count } tỉnh, { $years }
home-planned = Tiền dự kiến
home-planned-of = cộng kinh phí mà { $count } kế hoạch nêu cho chính mình, { $years }; { $computed } kế hoạch không nêu tổng, cổng cộng từ các dòng
home-spent = Kế hoạch có nêu tiền đã chi
home-spent-of = mỗi văn bản nói về những năm khác nhau, nên cổng không cộng chung
home-verdicts = Mục tiêu mà văn bản tự chấm
home-unjudged = cổng tính thêm { $computed }; { $rest } kết quả khác nêu số mà không nói đạt hay chưa
home-examples = Thử hỏi
home-examples-note = Mỗi câu trả lời là một câu trong văn bản.
home-provinces = Tỉnh đã có kế hoạch
home-provinces-note = 34 tỉnh, thành từ ngày 1/7/2025. Kế hoạch mang tên tỉnh lúc ban hành.
home-provinces-without = { $count } tỉnh, thành khác chưa có kế hoạch nào ở đây.
home-provinces-all = Xem mọi tỉnh
home-plans-note = Xếp theo kỳ kế hoạch, mới trước.
home-checks = Chỗ văn bản tự vênh
home-checks-note = Cổng cộng lại từng bảng và tính lại từng tỷ lệ. Đây là điều in ra và điều tính được, không phải lời kết luận.

example-promise = Đến năm { $year }, { $province } hứa bao nhiêu: “{ $label }”?
example-money = Kế hoạch { $plan } cần bao nhiêu tiền?
example-task = “{ $task }” của { $province }: đã chi được bao nhiêu?
example-of = trong
