import Quantities

public enum Kilowatts: MeasurementUnit { public static let symbol = "kW" }
public enum Gigawatts: MeasurementUnit { public static let symbol = "GW" }
public enum KilowattsPerAnnum: MeasurementUnit { public static let symbol = "kW/year" }
public enum TerawattHoursPerAnnum: MeasurementUnit { public static let symbol = "TWh/year" }
public enum DollarsPerKilowattHour: MeasurementUnit { public static let symbol = "$/kWh" }
public enum DollarsPerKilowatt: MeasurementUnit { public static let symbol = "$/kW" }
public enum DollarsPerTonne: MeasurementUnit { public static let symbol = "$/t" }
public enum KilogramsPerKilowatt: MeasurementUnit { public static let symbol = "kg/kW" }

/// Electric power; a physical quantity of the whole country, whatever the scale of the run.
public typealias Power = Quantity<Kilowatts>
/// Power that is built or connected in a year.
public typealias BuildRate = Quantity<KilowattsPerAnnum>
/// What a kilowatt of plant or connection costs.
public typealias PowerCost = Quantity<DollarsPerKilowatt>
/// A price of metal.
public typealias MetalPrice = Quantity<DollarsPerTonne>
/// Metal in a kilowatt of plant.
public typealias MetalContent = Quantity<KilogramsPerKilowatt>
