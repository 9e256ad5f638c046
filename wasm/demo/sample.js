// A made-up record, to begin with.
export const SAMPLE = {
  code: "H15.08-260819-0007",
  procedure: "Sửa đổi, bổ sung giấy phép bưu chính",
  agency: "Sở Khoa học và Công nghệ",
  channel: "online",
  text: "10 ngày làm việc",
  events: [
    { type: "submitted", at: "2026-08-19T08:10" },
    { type: "received", at: "2026-08-19T09:00" },
    { type: "supplement_requested", at: "2026-08-21T10:00" },
    { type: "supplement_received", at: "2026-08-26T14:00" },
  ],
};
