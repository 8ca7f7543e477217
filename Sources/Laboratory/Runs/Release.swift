/// The version of the program, written into every result.
public enum Release {
  public static let version = "0.1.0"
}
