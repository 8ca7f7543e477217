extension TradingCalendar {
  /// The announcement of the quarterly refunding in the quarter of a day.
  ///
  /// Refunding issues settle on the 15th of the quarter's middle month or the next business day; they are auctioned the
  /// week before that week, and announced the Wednesday before the auctions: twelve days before the Monday of the
  /// settlement week. This gives the first Wednesday of February, May, August or November, or the last of the month
  /// before when the 15th is a Thursday or Friday.
  ///
  /// Sources: Treasury quarterly refunding statements, 2023-2026.
  public func refundingAnnouncement(inQuarterOf day: Day) -> Day {
    let middle =
      switch day.month % 3 {
      case 1: day.endOfMonth.advanced(by: 1)
      case 2: day
      default: day.startOfMonth.advanced(by: -1)
      }
    return onOrBefore(settlementMonday(inMonthOf: middle).advanced(by: -12))
  }

  /// Whether the Treasury announces a quarterly refunding on a day.
  public func isRefundingAnnouncement(_ day: Day) -> Bool { day == refundingAnnouncement(inQuarterOf: day) }

  /// Whether notes or bonds are auctioned on a day by the regular pattern.
  ///
  /// The 3-, 10- and 30-year issues on Tuesday to Thursday of the week before their mid-month settlement week; the
  /// 2-, 5- and 7-year issues on the three trading days that end two before the month's last. The Treasury moves
  /// single auctions by a day or two around meetings and holidays, which this ignores.
  public func isCouponAuction(_ day: Day) -> Bool {
    guard isOpen(day) else { return false }
    let toSettlementWeek = day.distance(to: settlementMonday(inMonthOf: day))
    if (4...6).contains(toSettlementWeek) { return true }
    return (2...4).contains(count(from: day.advanced(by: 1), through: day.endOfMonth))
  }

  /// Whether notes and bonds settle and pay coupons on a day: the 15th and the month's last day, or the next that
  /// trades.
  public func isCouponSettlement(_ day: Day) -> Bool {
    guard isOpen(day) else { return false }
    let earliest = previous(before: day)
    return (earliest.advanced(by: 1)...day).contains { $0.dayOfMonth == 15 || $0 == $0.endOfMonth }
  }

  /// Whether bills settle on a day: Tuesdays and Thursdays, or the next trading day.
  public func isBillSettlement(_ day: Day) -> Bool {
    guard isOpen(day) else { return false }
    return (previous(before: day).advanced(by: 1)...day).contains { $0.weekday == 2 || $0.weekday == 4 }
  }

  /// Whether individuals' federal tax payments fall due on a day: 15 January, April, June and September.
  public func isTaxDate(_ day: Day) -> Bool { isDue(day, inMonths: [1, 4, 6, 9]) }

  /// Whether corporations' federal tax payments fall due on a day: 15 April, June, September and December.
  public func isCorporateTaxDate(_ day: Day) -> Bool { isDue(day, inMonths: [4, 6, 9, 12]) }

  /// Whether the 15th of one of these months, carried to the next business day, is this day.
  ///
  /// In April the District of Columbia's Emancipation Day (the 16th, observed on the nearest weekday) is not a business
  /// day. The postponements of 2020 and 2021 are not included.
  private func isDue(_ day: Day, inMonths months: [Int]) -> Bool {
    guard months.contains(day.month) else { return false }
    var due = day.inMonth(15)
    while !isOpen(due) || isEmancipationDay(due) { due = due.advanced(by: 1) }
    return day == due
  }

  private func isEmancipationDay(_ day: Day) -> Bool {
    guard day.month == 4 else { return false }
    return switch day.weekday {
    case 1: (16...17).contains(day.dayOfMonth)
    case 5: (15...16).contains(day.dayOfMonth)
    default: day.dayOfMonth == 16
    }
  }

  /// The Monday of the week in which the 15th's issues settle; a 15th on a weekend belongs to the week after.
  private func settlementMonday(inMonthOf day: Day) -> Day {
    let fifteenth = day.inMonth(15)
    return fifteenth.weekday <= 5 ? fifteenth.monday : fifteenth.monday.advanced(by: 7)
  }
}
