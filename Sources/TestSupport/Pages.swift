/// Pages about events that never happened.
public enum Pages {
  /// A ferry in port, from an agency, in English.
  public static let ferry = """
    Ferry crew refuses to leave Port Halden

    Published March 9, 2031

    PORT HALDEN (Meridian) - The crew of the ferry Ingrid Storm refused to leave Port Halden on Sunday, the harbour master said.

    "We will not sail with a cracked hull," captain Edda Lunde told reporters on Sunday evening.

    The owner, Nordlys Lines, said in a statement that the ship was inspected in February and found sound.

    Two officials familiar with the inspection told Meridian that the report had named three cracks.

    Photo: Tomas Berg

    Subscribe to our newsletter
    """

  /// The same, rewritten by another outlet.
  public static let secondFerry = """
    Halden ferry stays in port as hull dispute grows

    Coast Daily, March 10, 2031

    The ferry Ingrid Storm stayed in Port Halden on Monday after its crew refused to sail, Meridian reported.

    "We will not sail with a cracked hull," captain Edda Lunde said.

    Nordlys Lines said the ship had been inspected in February. Two officials told Meridian that the inspection found three cracks.
    """

  /// The same in Spanish.
  public static let spanishFerry = """
    La tripulación del ferri se niega a zarpar de Port Halden

    10 de marzo de 2031

    La tripulación del ferri Ingrid Storm se negó el domingo a zarpar de Port Halden, según informó la agencia Meridian.

    «No navegaremos con el casco agrietado», dijo la capitana Edda Lunde a los periodistas.

    La naviera Nordlys Lines afirmó en un comunicado que el buque fue inspeccionado en febrero.
    """

  /// Another story altogether.
  public static let quake = """
    Earthquake shakes villages above Lake Tarsk

    Hill Gazette, March 9, 2031

    An earthquake of magnitude 5.1 shook four villages above Lake Tarsk before dawn on Sunday, the geological institute said.

    Nobody was hurt, mayor Ilse Brandner said, but the church tower of Oberlind has to be propped up.

    The institute counted eleven aftershocks until noon.
    """
}
