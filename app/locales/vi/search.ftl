### Lời của trang tìm kiếm.

search-description = Tìm trong mọi kế hoạch: câu văn, mục tiêu, khoản chi, kết quả, văn bản căn cứ.
search-count = { $count } kết quả
search-kind-spending = Khoản chi
search-kind-target = Mục tiêu
search-kind-progress = Kết quả đã báo cáo
search-kind-citation = Văn bản căn cứ
search-kind-passage = Đoạn văn
search-sum-note = cộng các khoản dự kiến tìm thấy; một khoản có thể nêu ở nhiều nơi
search-column-million = Triệu đồng
search-spent = đã chi
search-narrow = Lọc kết quả
search-chosen = (đang chọn, chọn lại để bỏ)
search-more-values = { $count } giá trị nữa
search-more = Xem { $count } kết quả nữa
search-did-you-mean = Có phải bạn tìm
search-also = Tìm cả
search-ignored = Không dùng được khi tìm: { $words }
search-sort-relevance = độ sát
search-sort-amount = số tiền
search-sort-year = năm mới
search-nothing = Không có chỗ nào nói “{ $words }”
search-nothing-asked = Bạn muốn biết gì?
search-fewer-words = Dùng ít chữ hơn; gõ không dấu hay viết tắt đều được.
search-try = Thử:
