namespace KediriLapor.Routing;

/// <summary>One service (jenis laporan) that a text can be about.</summary>
/// <param name="Code">Code of the service, e.g. <c>JLN-RUSAK</c>.</param>
/// <param name="Name">Its name on screen, Indonesian.</param>
/// <param name="GroupName">Name of its group, Indonesian; a weak hint only.</param>
/// <param name="Emergency">True for the services that 112 answers.</param>
/// <param name="Words">Words and phrases of citizens, Indonesian.</param>
/// <param name="ColloquialWords">Words and phrases of citizens, Javanese and slang.</param>
public sealed record SuggestibleService(
    string Code,
    string Name,
    string GroupName,
    bool Emergency,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> ColloquialWords);

/// <summary>A kelurahan whose name citizens write.</summary>
/// <param name="Code">Kemendagri code, e.g. <c>35.71.01.1004</c>.</param>
/// <param name="Name">Official name.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="KecamatanName">Name of its kecamatan; a ward that shares it is heard with care.</param>
/// <param name="Namesake">Kecamatan of Kabupaten Kediri holding a desa of the same name, or null.</param>
public sealed record NamedPlace(
    string Code,
    string Name,
    IReadOnlyList<string> Aliases,
    string KecamatanName,
    string? Namesake = null);

/// <summary>A text whose service a verifier or officer corrected.</summary>
public sealed record LearnedExample(string Text, string ServiceCode);

/// <summary>A service that fits the text.</summary>
/// <param name="Code">Code of the service.</param>
/// <param name="Score">Confidence in 0..1, comparable within one answer.</param>
public sealed record ServiceSuggestion(string Code, double Score);

/// <summary>A kelurahan named in the text.</summary>
/// <param name="KelurahanCode">Kemendagri code.</param>
/// <param name="Evidence">The words heard, as the citizen wrote them.</param>
public sealed record PlaceMention(string KelurahanCode, string Evidence);

/// <summary>What a text seems to be about. A proposal: the citizen chooses.</summary>
/// <param name="Services">At most three, best first; empty when the text says nothing.</param>
/// <param name="Emergency">The words name a danger that 112 should hear of now.</param>
/// <param name="Places">Kelurahan named, in order of appearance, each once.</param>
public sealed record Suggestions(
    IReadOnlyList<ServiceSuggestion> Services,
    bool Emergency,
    IReadOnlyList<PlaceMention> Places);
