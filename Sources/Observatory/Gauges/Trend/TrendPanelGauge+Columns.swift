import Statistics

extension TrendPanelGauge {
  /// Every column of a panel as a class of its own.
  public init(eachOf panel: Panel) { self.init(classes: panel.columns.map { ($0.name, [$0.name]) }) }
}
