using System.Globalization;
using System.Text.Json;

namespace KediriLapor.Benchmarks.Storm;

/// <summary>Reports over all services and random points of the city, as the API itself offers and locates them.</summary>
internal sealed class RandomReports
{
    // a box around the city, degrees
    private const double South = -7.90;
    private const double West = 111.95;
    private const double Span = 0.15;

    private readonly JsonElement[] services;
    private readonly object[] points;

    private RandomReports(JsonElement[] services, object[] points) => (this.services, this.points) = (services, points);

    public static async Task<RandomReports> Offered(HttpClient api, int points)
    {
        var catalogue = await api.GetFromJsonAsync<JsonElement>("/api/v1/services");
        var inside = new List<object>();
        while (inside.Count < points)
        {
            var (lat, lng) = (South + (Random.Shared.NextDouble() * Span), West + (Random.Shared.NextDouble() * Span));
            var located = await api.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture, $"/api/v1/wards/locate?lat={lat}&lng={lng}"));
            if (located.GetProperty("inside").GetBoolean())
            {
                inside.Add(new { lat, lng });
            }
        }

        return new RandomReports([.. catalogue.GetProperty("items").EnumerateArray()], [.. inside]);
    }

    /// <summary>The JSON of one report; services take turns, every question is answered.</summary>
    public string Next(int number)
    {
        var service = services[number % services.Length];
        return JsonSerializer.Serialize(new
        {
            serviceCode = service.GetProperty("code").GetString(),
            description = $"Laporan uji nomor {number}: mohon segera ditangani, warga terganggu.",
            location = points[Random.Shared.Next(points.Length)],
            answers = service.GetProperty("questions").EnumerateArray().ToDictionary(question => question.GetProperty("code").GetString()!, Answer),
        });
    }

    private static string Answer(JsonElement question) => question.GetProperty("choices").EnumerateArray().ToArray() is { Length: > 0 } choices
        ? choices[Random.Shared.Next(choices.Length)].GetProperty("value").GetString()!
        : "tidak tahu";
}
