using System.Globalization;
using CsvHelper;
using KediriLapor.Routing;

namespace KediriLapor.Benchmarks.Suggest;

/// <summary>A citizen's text with what a person says it is about.</summary>
/// <param name="Text">The words.</param>
/// <param name="Service">Code of the best service; empty when the text says nothing.</param>
/// <param name="Acceptable">Other codes that are right too.</param>
/// <param name="Emergency">112 should hear of it now.</param>
/// <param name="Wards">Codes or names of the kelurahan named.</param>
/// <param name="Split"><c>hold</c>: written first and not tuned on; <c>tune</c>; empty in sets without a split.</param>
internal sealed record LabelledText(
    string Text, string Service, IReadOnlyList<string> Acceptable, bool Emergency, IReadOnlyList<string> Wards, string Split)
{
    public static List<LabelledText> Read(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var texts = new List<LabelledText>();
        while (csv.Read())
        {
            texts.Add(new LabelledText(
                csv.GetField("text")!,
                csv.GetField("service")!.Trim(),
                List(csv.GetField("acceptable")),
                csv.GetField("emergency")!.Trim().ToLowerInvariant() is "true" or "yes" or "ya" or "1",
                List(csv.GetField("wards")),
                csv.TryGetField<string>("split", out var split) ? split! : ""));
        }

        return texts;
    }

    private static string[] List(string? cell) =>
        (cell ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The index over the reference data of the repository.</summary>
internal static class ReferenceIndex
{
    /// <param name="folder">Folder of <c>categories.csv</c> and <c>kelurahan.csv</c>.</param>
    public static SuggestionIndex Build(string folder, IEnumerable<LearnedExample>? learned = null, IEnumerable<string>? weights = null) =>
        SuggestionIndex.Build(Services(folder), Places(folder), ReadLanguage(folder, weights), learned);

    /// <param name="folder">Folder of the lists' folder <c>language</c>.</param>
    /// <param name="weights">Lines to take instead of those of <c>danger-words.csv</c>.</param>
    public static Language ReadLanguage(string folder, IEnumerable<string>? weights = null) => Language.Read(list =>
        weights is not null && list == "danger-words.csv"
            ? new StringReader(string.Join('\n', weights))
            : File.OpenText(Path.Combine(folder, "language", list)));

    public static List<SuggestibleService> Services(string folder)
    {
        var rows = Rows(Path.Combine(folder, "categories.csv"));
        var groups = rows.Where(row => row["level"] == "group").ToDictionary(row => row["code"], row => row["name_id"]);
        return [.. rows.Where(row => row["level"] == "leaf").Select(row => new SuggestibleService(
            row["code"],
            row["name_id"],
            groups[row["parent_code"]],
            row["emergency"] == "yes",
            row["keywords"].Split(';'),
            row["keywords_colloquial"].Split(';')))];
    }

    public static List<NamedPlace> Places(string folder) =>
        [.. Rows(Path.Combine(folder, "kelurahan.csv")).Select(row => new NamedPlace(
            row["kelurahan_code"],
            row["kelurahan"],
            row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries),
            row["kecamatan"],
            Namesake: row["same_name_in_kab_kediri"] is { Length: > 0 } namesake ? namesake : null))];

    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!));
        }

        return rows;
    }
}
