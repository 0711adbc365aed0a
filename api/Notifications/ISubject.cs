using KediriLapor.Accounts;

namespace KediriLapor.Notifications;

/// <summary>
/// A kind of thing beside the reports that staff are told of. Its own room says what a row of its history is to those who hear, for whom the
/// thing exists, and what is true of it when a message is worded.
/// </summary>
internal interface ISubject
{
    /// <summary>On which messages are about it.</summary>
    IReadOnlyList<Occasion> Occasions { get; }

    /// <param name="id">Of the thing.</param>
    /// <param name="version">Of the row of its history.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>None where nobody has to hear of it any more.</returns>
    Task<IReadOnlyList<Occurrence>> Occurred(Guid id, int version, CancellationToken ct);

    /// <summary>Whether it exists for this member of staff.</summary>
    Task<bool> IsVisible(Guid id, Actor to, CancellationToken ct);

    /// <returns>What the variables of its templates stand for, brand and link apart; an absent one is empty.</returns>
    Task<Dictionary<string, object?>> Facts(Guid id, SpokenLanguage language, CancellationToken ct);

    /// <summary>Where staff open it, below the site's address.</summary>
    string Path(Guid id);
}

/// <summary>Something happened, and a unit has to hear of it.</summary>
/// <param name="Cause">With subject, listener and medium the key that lets no message be made twice.</param>
/// <param name="Unit">Whose officers and whose head are meant.</param>
/// <param name="Urgent">Told at night too.</param>
internal sealed record Occurrence(Occasion Occasion, string Cause, string Unit, bool Urgent = false);

internal static class Subjects
{
    public static IServiceCollection AddSubject<TSubject>(this IServiceCollection services)
        where TSubject : class, ISubject => services
            .AddScoped<TSubject>()
            .AddScoped<ISubject>(provider => provider.GetRequiredService<TSubject>())
            .AddScoped<PrepareNotificationsOf<TSubject>>();
}
