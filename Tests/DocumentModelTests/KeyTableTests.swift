import Testing

@testable import DocumentModel

/// The table against a dictionary on seeded random keys, many of them alike in their low bits.
@Suite struct KeyTableTests {
  @Test(arguments: [0, 8, 1000]) func agreesWithADictionary(capacity: Int) {
    var table = KeyTable(capacity: capacity)
    var dictionary: [UInt64: Int] = [:]
    for step in 0..<5_000 {
      let draw = StableHash.mixed(UInt64(step) &+ 0x5EED)
      let key = draw % 3 == 0 ? draw & 0xF0F : draw << 40
      #expect(table[key] == dictionary[key])
      if draw >> 60 < 8 {
        table[key] = step
        dictionary[key] = step
      } else if dictionary[key] == nil {
        dictionary[key] = dictionary.count
        let (number, isNew) = table.number(of: key)
        #expect(isNew && number == dictionary[key])
      } else {
        let (number, isNew) = table.number(of: key)
        #expect(!isNew && number == dictionary[key])
      }
    }
    #expect(table.count == dictionary.count)
    for (key, number) in dictionary { #expect(table[key] == number) }
  }

  @Test func nilChangesNothing() {
    var table = KeyTable()
    table[7] = 3
    table[7] = nil
    table[8] = nil
    #expect(table[7] == 3)
    #expect(table.count == 1)
  }
}
