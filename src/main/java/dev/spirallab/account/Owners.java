package dev.spirallab.account;

import dev.spirallab.owner.OwnerId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose page a request belongs to: the owner in the browser's signed cookie. A browser without one
 * that holds is somebody new; one that refuses cookies is somebody new in each session. Nothing of
 * this is in the database. See {@code docs/decisions/0012-work-belongs-to-a-browser.md}.
 */
@Component
public class Owners {
    private static final String ATTRIBUTE = Owners.class.getName();

    private final OwnerCookie cookie;
    private final Moves moves;
    private final RecoveryCodes codes;
    private final Rates rates;

    Owners(OwnerCookie cookie, Moves moves, RecoveryCodes codes, Rates rates) {
        this.cookie = cookie;
        this.moves = moves;
        this.codes = codes;
        this.rates = rates;
    }

    /**
     * The owner of a request for a page, and of every later request of that page. In a Vaadin view
     * ask while the UI begins: {@code owners.of(VaadinServletRequest.getCurrent())}.
     */
    public OwnerId of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof OwnerId known) {
            return known;
        }
        OwnerId owner =
                cookie.read(request)
                        .map(SignedOwner::owner)
                        .map(this::now)
                        .orElseGet(() -> ofSession(request.getSession(false)));
        request.setAttribute(ATTRIBUTE, owner);
        return owner;
    }

    /** The same with the address that the request came from. */
    public Caller caller(HttpServletRequest request) {
        return new Caller(of(request), Addresses.of(request));
    }

    /**
     * Makes this browser the owner whose recovery code was typed. Only while the request may still
     * be answered, as in a listener of a Vaadin component.
     *
     * @param request the one in which it was typed: {@code VaadinServletRequest.getCurrent()}
     * @param response its answer: {@code VaadinServletResponse.getCurrent()}
     * @param bringing whether what the browser had comes along; it never does where a recovery code
     *     leads to it, for that may be somebody else's, who will come back for it
     */
    public Recovery recover(
            HttpServletRequest request,
            HttpServletResponse response,
            String typed,
            boolean bringing) {
        Optional<RecoveryCode> code = RecoveryCode.parse(typed);
        if (code.isEmpty()) {
            return new Recovery.Mistyped();
        }
        Caller caller = caller(request);
        return switch (rates.guess(Deed.RECOVER, caller, () -> codes.redeem(code.get()))) {
            case Guess.TooMany<OwnerId>(Refusal refusal) -> new Recovery.Refused(refusal);
            case Guess.Wrong<OwnerId>() -> new Recovery.Unknown();
            case Guess.Right<OwnerId>(OwnerId owner) -> {
                if (bringing && !codes.exists(caller.owner())) {
                    moves.move(caller.owner(), owner);
                }
                become(owner, request, response);
                yield new Recovery.Moved(owner);
            }
        };
    }

    /**
     * Makes this browser somebody new; what it had stays, for who has its recovery code. Only while
     * the request may still be answered.
     */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        become(OwnerId.random(), request, response);
    }

    /** Gives a browser that asks for a page its cookie, or a new one where it has aged. */
    void welcome(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedOwner> signed = cookie.read(request);
        OwnerId owner = of(request);
        signed.map(SignedOwner::owner).ifPresent(before -> moves.move(before, owner));
        if (!signed.filter(cookie::fresh).map(SignedOwner::owner).equals(Optional.of(owner))) {
            cookie.write(request, response, owner);
        }
    }

    private void become(OwnerId owner, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(ATTRIBUTE, owner);
        Optional.ofNullable(request.getSession(false))
                .ifPresent(session -> session.setAttribute(ATTRIBUTE, owner));
        cookie.write(request, response, owner);
    }

    private OwnerId now(OwnerId owner) {
        return moves.of(owner).orElse(owner);
    }

    private static OwnerId ofSession(@Nullable HttpSession session) {
        if (session == null) {
            return OwnerId.random();
        }
        if (session.getAttribute(ATTRIBUTE) instanceof OwnerId known) {
            return known;
        }
        OwnerId owner = OwnerId.random();
        session.setAttribute(ATTRIBUTE, owner);
        return owner;
    }
}
