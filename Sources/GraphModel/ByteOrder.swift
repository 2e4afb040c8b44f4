/// Byte order of strings, which no locale changes: the order of everything that graphs are sorted by.
package func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
