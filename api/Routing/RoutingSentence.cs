namespace KediriLapor.Routing;

/// <summary>
/// Why an agency is responsible, or why none is yet, as the program says it itself. A decision keeps the Indonesian words, which are
/// part of the report's history; the English ones are found again by <see cref="EnglishOf"/>.
/// </summary>
public sealed record RoutingSentence(string Indonesian, string English)
{
    public static readonly RoutingSentence NoRule = new(
        "Belum ada aturan untuk jenis laporan ini; verifikator menentukan unitnya.",
        "There is no rule for this kind of report yet; a verifier decides which unit takes it.");

    public static readonly RoutingSentence PlaceUnknown = new(
        "Kelurahan tempat kejadian belum diketahui; verifikator memastikannya.",
        "The kelurahan in which it happened is not known yet; a verifier finds it out.");

    public static readonly RoutingSentence SortedFirst = new(
        "Jenis laporan ini dipilah dahulu oleh verifikator.",
        "Reports of this kind are sorted by a verifier first.");

    public static readonly RoutingSentence Guessed = new(
        "Jenis laporan diduga dari kata-kata pelapor; verifikator memeriksanya lebih dahulu.",
        "The kind of report was guessed from the reporter's words; a verifier checks it first.");

    public static readonly RoutingSentence Arbitrated = new(
        "Dua perangkat daerah menyatakan bukan kewenangannya: Bagian Pemerintahan yang memutuskan.",
        "Two units say that it is not their task: Bagian Pemerintahan decides.");

    /// <param name="metres">From the place to the border.</param>
    public static RoutingSentence NearBorder(double? metres) => new(
        $"Lokasi hanya {metres:0} m dari batas kelurahan; verifikator memastikan kelurahannya.",
        $"The place is only {metres:0} m from the border of a kelurahan; a verifier makes sure which one it is.");

    public static RoutingSentence Forwarded(string agency) => new($"Diteruskan lewat disposisi kepada {agency}.", $"Passed on to {agency} by disposisi.");

    /// <param name="service">Its name, and the one in English.</param>
    /// <param name="answered">An answer of the reporter decided.</param>
    public static RoutingSentence Responsible(RoutingTarget target, (string Name, string English) service, bool answered, string agency)
    {
        var (indonesian, english) = ($"“{service.Name}”" + (answered ? " dengan jawaban Anda" : ""), $"“{service.English}”" + (answered ? " with your answer" : ""));
        return target switch
        {
            RoutingTarget.Kelurahan => new($"{indonesian} ditangani kelurahan tempat kejadian, yaitu {agency}.", $"{english} is handled by the kelurahan in which it happened, {agency}."),
            RoutingTarget.Kecamatan => new($"{indonesian} ditangani kecamatan tempat kejadian, yaitu {agency}.", $"{english} is handled by the kecamatan in which it happened, {agency}."),
            RoutingTarget.Agency or RoutingTarget.Verifier => new($"{indonesian} menjadi tugas {agency}.", $"{english} is the task of {agency}."),
        };
    }

    /// <summary>
    /// What kept words say in English: of all that could have been said about these facts, the one that was. Null for a person's words,
    /// and where a service or an agency has been renamed since.
    /// </summary>
    /// <param name="kept">In Indonesian, as a decision or the history has them.</param>
    /// <param name="agency">Short and full name of the one that was chosen.</param>
    public static string? EnglishOf(string? kept, (string Name, string English) service, (string Short, string Full)? agency, double? borderMetres)
    {
        RoutingSentence[] said = agency is not { } chosen
            ? [NoRule, PlaceUnknown, SortedFirst, Guessed, NearBorder(borderMetres)]
            :
            [
                Arbitrated, Forwarded(chosen.Full),
                .. from target in (RoutingTarget[])[RoutingTarget.Agency, RoutingTarget.Kelurahan, RoutingTarget.Kecamatan]
                   from answered in (bool[])[false, true]
                   select Responsible(target, service, answered, chosen.Short),
            ];
        return kept is null ? null : Array.Find(said, sentence => sentence.Indonesian == kept)?.English;
    }
}
