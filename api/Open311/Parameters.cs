using System.Globalization;
using System.Text.RegularExpressions;
using KediriLapor.Platform;
using Microsoft.Extensions.Primitives;

namespace KediriLapor.Open311;

/// <summary>
/// What was sent, in query and form together: clients differ in where they put what. An empty parameter is an absent one, and one that is not
/// known is not looked at.
/// </summary>
internal sealed partial class Parameters
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private Parameters(IFormFileCollection? files) => Files = [.. files ?? Enumerable.Empty<IFormFile>()];

    public IReadOnlyList<IFormFile> Files { get; }

    /// <summary>The first one of this name.</summary>
    public string? this[string name] => values.GetValueOrDefault(name)?[0];

    public static Parameters OfQuery(HttpRequest request)
    {
        var sent = new Parameters(null);
        sent.Add(request.Query);
        return sent;
    }

    /// <exception cref="Refusal">The body is no form.</exception>
    public static async Task<Parameters> OfForm(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            throw new Refusal("Kirim sebagai application/x-www-form-urlencoded atau multipart/form-data.");
        }

        var form = await request.ReadFormAsync(ct);
        var sent = new Parameters(form.Files);
        sent.Add(form);
        sent.Add(request.Query);
        return sent;
    }

    public string Require(string name) => this[name] ?? throw new Refusal($"{name} was not provided");

    /// <summary>Repeated, with or without brackets.</summary>
    public IReadOnlyList<string> All(string name) => [.. values.GetValueOrDefault(name) ?? [], .. values.GetValueOrDefault(name + "[]") ?? []];

    /// <summary>Separated by commas, repeated, or both.</summary>
    public IReadOnlyList<string> Listed(string name, params char[] separators) =>
        [.. All(name).SelectMany(value => value.Split([',', .. separators], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    /// <summary><c>attribute[CODE]</c> and <c>attribute[CODE][]</c>, by code.</summary>
    public ILookup<string, string> Attributes() =>
        (from sent in values
         let name = Attribute().Match(sent.Key)
         where name.Success
         from value in sent.Value
         select (Code: name.Groups[1].Value, value)).ToLookup(sent => sent.Code, sent => sent.value, StringComparer.OrdinalIgnoreCase);

    public double? Number(string name, double min, double max) => this[name] switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max => number,
        _ => throw new Refusal(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {min} to {max}")),
    };

    public int? Whole(string name, int min, int max) => Number(name, min, max) is { } number ? (int)number : null;

    public bool Flag(string name) => this[name] is { } text && text.ToLowerInvariant() is "true" or "1" or "yes";

    /// <summary>Both or neither.</summary>
    public (double Lat, double Long)? Point()
    {
        var (lat, lng) = (Number("lat", -90, 90), Number("long", -180, 180));
        return (lat, lng) switch
        {
            ({ } la, { } lo) => (la, lo),
            (null, null) => null,
            _ => throw new Refusal((lat is null ? "lat" : "long") + " was not provided: a place needs both lat and long"),
        };
    }

    private void Add(IEnumerable<KeyValuePair<string, StringValues>> sent)
    {
        foreach (var (name, given) in sent)
        {
            foreach (var value in given.Where(value => !string.IsNullOrWhiteSpace(value)))
            {
                if (value!.Contains('\0'))
                {
                    throw new Refusal($"{name}: {ProblemCodes.Text("invalid_characters")}");
                }

                if (!values.TryGetValue(name, out var known))
                {
                    values[name] = known = [];
                }

                known.Add(value);
            }
        }
    }

    [GeneratedRegex(@"^attribute\[([^\]]+)\](?:\[\])?$", RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();
}
