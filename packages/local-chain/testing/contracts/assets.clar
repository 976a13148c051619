;; Assets for the local chain's tests: every event that a contract can cause beside its prints.
;; Deployed by a test's transaction, not with the project.

(define-fungible-token coin)
(define-non-fungible-token ticket uint)

;; Anyone: mints, transfers and burns one of each asset, and moves and burns STX of the sender.
(define-public (move-everything (other principal))
  (begin
    (try! (ft-mint? coin u10 tx-sender))
    (try! (ft-transfer? coin u4 tx-sender other))
    (try! (ft-burn? coin u1 tx-sender))
    (try! (nft-mint? ticket u1 tx-sender))
    (try! (nft-mint? ticket u2 tx-sender))
    (try! (nft-transfer? ticket u1 tx-sender other))
    (try! (nft-burn? ticket u2 tx-sender))
    (try! (stx-transfer? u7 tx-sender other))
    (try! (stx-transfer-memo? u8 tx-sender other 0x74686973))
    (try! (stx-burn? u9 tx-sender))
    (print { moved: "everything" })
    (ok true)
  )
)
