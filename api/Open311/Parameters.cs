using System.Globalization;
using System.Text.RegularExpressions;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using Microsoft.Extensions.Primitives;

namespace KediriLapor.Open311;

/// <summary>
/// What was sent, in query and form together: clients differ in where they put what. An empty parameter, or one that shows nothing, is an absent one, and one that is not
/// known is not looked at.
/// </summary>
internal sealed partial class Parameters
{
    /// <summary>The largest picture in base64, as its first words say.</summary>
    private const int InlineMediaMax = (Attachment.BytesMax / 3 * 4) + 1024;

    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private Parameters(IFormFileCollection? files) => Files = [.. (files ?? Enumerable.Empty<IFormFile>()).Where(file => file.Length > 0)];

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
        if (request is { HasFormContentType: false, ContentLength: null or 0 })
        {
            // some put everything into the address
            return OfQuery(request);
        }

        if (!request.HasFormContentType)
        {
            throw new Refusal("Content-Type must be application/x-www-form-urlencoded or multipart/form-data");
        }

        var form = await Forms.ReadAsync(request, ct, InlineMediaMax);
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

    public int? Whole(string name, int min, int max) => Number(name, min, max) switch
    {
        null => null,
        { } number when double.IsInteger(number) => (int)number,
        _ => throw new Refusal($"{name} must be a whole number"),
    };

    /// <summary>Trimmed.</summary>
    /// <param name="max">Characters, of which an emoji is one.</param>
    public string? Words(string name, int max) =>
        this[name]?.Trim() is not { } text ? null : text.Length <= max || text.EnumerateRunes().Count() <= max ? text : throw new Refusal($"{name}: at most {max} characters");

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
            foreach (var value in given.Where(value => LegibleAttribute.IsLegible(value ?? "")))
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
