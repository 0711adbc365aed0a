namespace KediriLapor.Reports.Model;

/// <summary>How a report goes on without its reporter (docs/decisions/0013).</summary>
public sealed partial class Report
{
    /// <summary>
    /// Takes the person out: nobody reads a name, the words keep no number that leads back, and the history forgets what the reporter
    /// said and what names them. The matter goes on, its place included.
    /// </summary>
    /// <param name="names">Whether a note names the reporter.</param>
    /// <returns>False when there was nothing to take out.</returns>
    public bool ForgetReporter(Func<string, bool> names)
    {
        RequireHistory();
        var forgotten = history.Count(row => row.Forget(names));
        var answers = Answers.ToDictionary(answer => answer.Key, answer => PersonalData.Mask(answer.Value));
        var place = Place with { Address = Place.Address is { } told ? PersonalData.Mask(told) : null };
        var known = forgotten > 0 || !Anonymous || Description != PublicDescription || place != Place || answers.Any(answer => answer.Value != Answers[answer.Key]);
        (Anonymous, Description, Answers, Place) = (true, PublicDescription, answers, place);
        return known;
    }

    /// <summary>The same for good: no note keeps a number of anybody, and of the place only its neighbourhood stays.</summary>
    public void Anonymise(Func<string, bool> names, DateTimeOffset now)
    {
        ForgetReporter(note => names(note) || PersonalData.Mask(note) != note);
        Place = Place.Coarsened();
        AnonymisedAt = now;
    }
}
