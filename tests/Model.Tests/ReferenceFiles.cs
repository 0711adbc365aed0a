using System.Globalization;
using CsvHelper;

namespace KediriLapor.Model.Tests;

/// <summary>The reference data as they lie in the repository: the tests hold the shipped files to account, not a copy.</summary>
internal static class ReferenceFiles
{
    private static readonly string Folder = Repository.Path("api", "ReferenceData");

    /// <summary>The same files as the program reads them.</summary>
    public static readonly Persistence.Reference.ReferenceFiles AsEntities = new(Folder);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>The rows of a CSV file, each by column name.</summary>
    public static IReadOnlyList<IDictionary<string, object>> Rows(string name)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(Folder, name)), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>()];
    }

    public static string Text(this IDictionary<string, object> row, string column) => (string)row[column];

    public static double Number(this IDictionary<string, object> row, string column) =>
        double.Parse(row.Text(column), CultureInfo.InvariantCulture);

    public static DateOnly Date(this IDictionary<string, object> row, string column) =>
        DateOnly.ParseExact(row.Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
