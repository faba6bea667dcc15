import Languages
import NewsModel
import Quantities
import TestSupport
import Testing
import TextBytes

@Suite("Quantities")
struct QuantitiesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var language: LanguageCode
    /// Words, least, most and kind of each quantity.
    var expected: [String]
    var testDescription: String { text }
    init(_ language: LanguageCode, _ text: String, _ expected: [String]) {
      self.text = text
      self.language = language
      self.expected = expected
    }
  }

  static let cases = [
    Case(.english, "The barge carried 52,000 tonnes of barley.", ["52,000 52000...52000 count"]),
    Case(.english, "More than 600 people left.", ["More than 600 600...900 count"]),
    Case(.english, "Some twenty-one sailors were aboard.", ["Some twenty-one 18...23 count"]),
    Case(.english, "The fine is 2.4 million euros.", ["2.4 million 2400000...2400000 money"]),
    Case(.english, "It cost US$3bn.", ["US$3bn 3000000000...3000000000 money"]),
    Case(.english, "Shares lost 17 percent.", ["17 17...17 share"]),
    Case(.english, "Between 170,000 and 200,000 litres leaked.", ["170,000 and 200,000 170000...200000 count"]),
    Case(.english, "A hundred and twenty families wait.", ["A hundred and twenty 120...120 count"]),
    Case(.english, "Thousands marched.", ["Thousands 1000...100000 count"]),
    Case(.english, "A ship left at 14:08.", []),
    Case(.english, "Dam 2 held.", []),
    Case(.english, "The 21st driver won.", []),
    Case(.spanish, "Llevaba 52.000 toneladas de cebada.", ["52.000 52000...52000 count"]),
    Case(.spanish, "Unas treinta y dos personas salieron.", ["Unas treinta y dos 28...35 count"]),
    Case(.spanish, "La multa es de 2,4 millones de euros.", ["2,4 millones 2400000...2400000 money"]),
    Case(.spanish, "Cayó un 17 por ciento.", ["17 17...17 share"]),
    Case(.spanish, "Murió un marinero.", []),
  ]

  @Test(arguments: cases) func found(_ one: Case) {
    let reading = LanguageReader().read(SourceText(one.text), language: one.language)
    let found = QuantityFinder().annotate(reading).map {
      "\(reading.text[$0.span]) \(Int($0.bounds.lowerBound))...\(Int($0.bounds.upperBound)) \($0.kind)"
    }
    #expect(found == one.expected)
  }

  @Test func agreement() {
    func quantity(_ text: String) -> Quantity? {
      QuantityFinder().annotate(LanguageReader().read(SourceText(text), language: .english)).first
    }
    let exact = quantity("638 people left.")
    #expect(exact.flatMap { one in quantity("Some 640 people left.").map(one.agrees) } == true)
    #expect(exact.flatMap { one in quantity("More than 600 people left.").map(one.agrees) } == true)
    #expect(exact.flatMap { one in quantity("Fewer than 500 people left.").map(one.agrees) } == false)
    #expect(exact.flatMap { one in quantity("About 640 dollars left.").map(one.agrees) } == false)
  }
}
